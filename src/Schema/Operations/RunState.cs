namespace NovaCorrente.Schema.Operations;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>Accepted, waiting for the lock.</summary>
    Queued,

    /// <summary>Working.</summary>
    Running,

    /// <summary>Published a new snapshot.</summary>
    Succeeded,

    /// <summary>A source failed and kept its last good data; what else had changed was published.</summary>
    Degraded,

    /// <summary>Nothing had changed, so nothing was published.</summary>
    Unchanged,

    /// <summary>Stopped by an error; the old snapshot stays current.</summary>
    Failed,

    /// <summary>Cut off by a crash or a stop; closed at the next start.</summary>
    Aborted,
}
