using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace NovaCorrente.Host.Alerts;

/// <summary>Sends messages as mail.</summary>
internal sealed class SmtpChannel(IOptions<AlertOptions> options) : IAlertChannel
{
    public string Name => "mail";

    public bool IsEnabled => !string.IsNullOrWhiteSpace(options.Value.SmtpHost);

    public async Task SendAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        using var mail = new MimeMessage();
        mail.From.Add(MailboxAddress.Parse(settings.MailFrom!));
        mail.To.AddRange(InternetAddressList.Parse(settings.MailTo!));
        mail.Subject = $"[Nova Corrente] {message.Title}";
        mail.Date = message.At;
        mail.Body = new TextPart("plain") { Text = $"{message.Text}\n\n{message.At:u}\n" };

        using var client = new SmtpClient();
        await client.ConnectAsync(settings.SmtpHost!, settings.SmtpPort, Security(settings), cancellationToken);
        if (!string.IsNullOrEmpty(settings.SmtpUser))
        {
            await client.AuthenticateAsync(settings.SmtpUser, settings.SmtpPassword!, cancellationToken);
        }

        await client.SendAsync(mail, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    // On port 465 the connection begins with TLS, on all others it turns to it.
    private static SecureSocketOptions Security(AlertOptions settings) => settings switch
    {
        { SmtpPort: 465 } => SecureSocketOptions.SslOnConnect,
        { SmtpRequireTls: true } => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.StartTlsWhenAvailable,
    };
}
