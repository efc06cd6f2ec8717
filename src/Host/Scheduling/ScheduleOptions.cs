namespace NovaCorrente.Host.Scheduling;

/// <summary>What the service does by the clock; configuration section <c>Schedules</c>.</summary>
/// <remarks>Times are cron expressions: five fields as in a crontab, or Quartz's six or seven, which begin with seconds.</remarks>
internal sealed class ScheduleOptions
{
    /// <summary>Whether this process runs scheduled jobs at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Time zone in which the expressions count, by its IANA name.</summary>
    public string TimeZone { get; set; } = "America/Bahia";

    /// <summary>When the pipeline runs.</summary>
    public string Pipeline { get; set; } = "0 2 * * *";

    /// <summary>When old snapshots are removed.</summary>
    public string Retention { get; set; } = "30 3 * * *";

    /// <summary>When the lake is backed up, where a key is set. What is lost at worst is what happened since the last time.</summary>
    public string Backup { get; set; } = "15 * * * *";

    /// <summary>Whether the pipeline runs at once when the service starts on a lake in which nothing was ever published.</summary>
    public bool RunOnEmptyLake { get; set; }
}
