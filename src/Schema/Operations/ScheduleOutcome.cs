namespace NovaCorrente.Schema.Operations;

/// <summary>What came of a job that was due.</summary>
public enum ScheduleOutcome
{
    /// <summary>It did its work, or has set it going.</summary>
    Done,

    /// <summary>There was nothing to do for it, because the same work was under way already.</summary>
    Skipped,

    /// <summary>It could not do its work.</summary>
    Failed,
}
