using NovaCorrente.Schema.Access;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Operations.Tables;

/// <summary>A job that the service starts by the clock.</summary>
[RequiresRole(Role.Operator)]
[GoldTable(TableKind.Operations, "schedule", "schedules", Grain = "one job")]
public sealed record Schedule
{
    /// <summary>Name of the job, for example <c>pipeline</c>.</summary>
    [Key]
    public required string Name { get; init; }

    /// <summary>What the job does.</summary>
    public required string Description { get; init; }

    /// <summary>When it runs, as a cron expression.</summary>
    public required string Cron { get; init; }

    /// <summary>The time zone in which the expression counts, for example <c>America/Bahia</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>When it will run next; null when it never will.</summary>
    public DateTime? NextFireAt { get; init; }

    /// <summary>When it last ran in this process; null when it has not yet.</summary>
    public DateTime? PreviousFireAt { get; init; }

    /// <summary>What came of its last run in this process; null when it has not run yet.</summary>
    public ScheduleOutcome? PreviousOutcome { get; init; }

    /// <summary>More about that in words, for example the run that it started; null when it has not run yet.</summary>
    public string? PreviousDetail { get; init; }
}
