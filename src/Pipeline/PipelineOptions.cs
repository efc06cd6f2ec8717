namespace NovaCorrente.Pipeline;

/// <summary>Settings of the pipeline.</summary>
public sealed class PipelineOptions
{
    /// <summary>Folder with the source files, in the layout that <c>nova sample</c> writes.</summary>
    public string LandingFolder { get; set; } = ".data/landing";

    /// <summary>Folder for work files; safe to delete while no run is active.</summary>
    public string WorkFolder { get; set; } = ".data/work";

    /// <summary>Memory limit of the DuckDB that runs the transforms, in DuckDB's spelling.</summary>
    public string MemoryLimit { get; set; } = "1GB";

    /// <summary>Threads of the DuckDB that runs the transforms; 0 means all cores.</summary>
    public int Threads { get; set; }

    /// <summary>How many snapshots are kept at least.</summary>
    public int KeepSnapshots { get; set; } = 10;

    /// <summary>How long snapshots are kept at least.</summary>
    public TimeSpan KeepSnapshotsFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// What the step under way gets to end by itself when the run is told to stop; no further one begins, and after this time it is interrupted. It
    /// is interrupted earlier if the host's own time to stop is shorter.
    /// </summary>
    public TimeSpan StopGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Sources without which nothing is published: where one of them fails and has no earlier data to keep, the run fails.</summary>
    public IList<string> RequiredSources { get; } = ["supplies"];
}
