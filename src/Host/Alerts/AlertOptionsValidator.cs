using Microsoft.Extensions.Options;
using MimeKit;

namespace NovaCorrente.Host.Alerts;

/// <summary>Names the setting that would otherwise only be noticed when an alert does not arrive.</summary>
internal sealed class AlertOptionsValidator : IValidateOptions<AlertOptions>
{
    private const int HighestPort = 65_535;

    public ValidateOptionsResult Validate(string? name, AlertOptions options)
    {
        var errors = Problems(options).ToList();
        return errors.Count > 0 ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Problems(AlertOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.WebhookUrl)
            && !(Uri.TryCreate(options.WebhookUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return "Alerts:WebhookUrl is no address such as https://hooks.slack.com/services/….";
        }

        if (!string.IsNullOrWhiteSpace(options.SmtpHost))
        {
            if (!MailboxAddress.TryParse(options.MailFrom, out _))
            {
                yield return $"Alerts:SmtpHost needs Alerts:MailFrom, and '{options.MailFrom}' is no mail address.";
            }

            if (!InternetAddressList.TryParse(options.MailTo, out var receivers) || receivers.Count == 0)
            {
                yield return $"Alerts:SmtpHost needs Alerts:MailTo, and '{options.MailTo}' is no list of mail addresses.";
            }

            if (options.SmtpPort is < 1 or > HighestPort)
            {
                yield return $"Alerts:SmtpPort {options.SmtpPort} is no port.";
            }

            if (string.IsNullOrEmpty(options.SmtpUser) != string.IsNullOrEmpty(options.SmtpPassword))
            {
                yield return "Alerts:SmtpUser and Alerts:SmtpPassword go together.";
            }
        }

        if (options.LateAfter <= TimeSpan.Zero || options.CheckInterval <= TimeSpan.Zero || options.SendTimeout <= TimeSpan.Zero)
        {
            yield return "Alerts:LateAfter, Alerts:CheckInterval and Alerts:SendTimeout must be longer than nothing.";
        }

        if (options.QuarantinedRows < 0 || options.FailedChecks < 0)
        {
            yield return "Alerts:QuarantinedRows and Alerts:FailedChecks must not be negative.";
        }
    }
}
