using Microsoft.Extensions.Options;

namespace NovaCorrente.Host.Scheduling;

/// <summary>Names the setting that would otherwise only be noticed at night.</summary>
internal sealed class ScheduleOptionsValidator : IValidateOptions<ScheduleOptions>
{
    public ValidateOptionsResult Validate(string? name, ScheduleOptions options)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out var zone))
        {
            return ValidateOptionsResult.Fail($"Schedules:TimeZone: there is no time zone '{options.TimeZone}'; an example is America/Bahia.");
        }

        var errors = new[] { (nameof(options.Pipeline), options.Pipeline), (nameof(options.Retention), options.Retention), (nameof(options.Backup), options.Backup) }
            .Select(setting => Check(setting.Item1, setting.Item2, zone))
            .OfType<string>()
            .ToList();
        return errors.Count > 0 ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
    }

    private static string? Check(string name, string expression, TimeZoneInfo zone)
    {
        try
        {
            Cron.Parse(expression, zone);
            return null;
        }
        catch (FormatException e)
        {
            return $"Schedules:{name}: '{expression}' is not a cron expression. {e.Message}";
        }
    }
}
