using Quartz;

namespace NovaCorrente.Host.Scheduling;

/// <summary>Reads cron expressions of both spellings.</summary>
internal static class Cron
{
    private const int CrontabFields = 5;

    /// <summary>The times an expression stands for.</summary>
    /// <exception cref="FormatException">It is not a cron expression.</exception>
    public static CronExpression Parse(string text, TimeZoneInfo timeZone)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return CronExpression.Parse(text, fields == CrontabFields ? CronFormat.Unix : CronFormat.Quartz).WithTimeZone(timeZone);
    }
}
