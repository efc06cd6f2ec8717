namespace NovaCorrente.Schema.Operations;

/// <summary>Where a step stands.</summary>
public enum StepState
{
    /// <summary>Working.</summary>
    Running,

    /// <summary>Done.</summary>
    Succeeded,

    /// <summary>Not needed, because nothing it depends on had changed.</summary>
    Skipped,

    /// <summary>Stopped by an error.</summary>
    Failed,
}
