namespace NovaCorrente.Schema.Operations;

/// <summary>What starts a run.</summary>
public enum RunTrigger
{
    /// <summary>The schedule.</summary>
    Schedule,

    /// <summary>A person or program, through the API.</summary>
    Manual,

    /// <summary>The command line.</summary>
    CommandLine,

    /// <summary>The first start on an empty lake.</summary>
    Startup,

    /// <summary>An operator who made an earlier snapshot current again; nothing is built.</summary>
    Rollback,
}
