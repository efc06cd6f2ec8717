namespace NovaCorrente.Schema.Operations;

/// <summary>The stages of a run, in order.</summary>
public enum RunStage
{
    /// <summary>Taking sources into bronze.</summary>
    Bronze,

    /// <summary>Cleaning into silver.</summary>
    Silver,

    /// <summary>Modelling into gold.</summary>
    Gold,

    /// <summary>Checking gold against its declarations.</summary>
    Checks,

    /// <summary>Writing, verifying and pointing at the snapshot.</summary>
    Publish,
}
