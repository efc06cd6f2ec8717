using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>Announcements of the pipeline to whoever listens, in this process or, with Redis, in all replicas. At most once, no history.</summary>
public interface IPipelineEvents
{
    /// <summary>Announces the new state of a run.</summary>
    ValueTask RunChangedAsync(RunRecord run, CancellationToken cancellationToken);

    /// <summary>Announces a snapshot that has been made current.</summary>
    /// <param name="snapshot">The snapshot; its changes are those against what was current before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask SnapshotPublishedAsync(SnapshotManifest snapshot, CancellationToken cancellationToken);

    /// <summary>Tells subscribers of this process that queries are answered from another snapshot from now on.</summary>
    void SnapshotServed(SnapshotManifest snapshot);

    /// <summary>States of runs from now on, in order; a subscriber that falls behind loses none until its buffer of 1,024 is full, then it is ended.</summary>
    IAsyncEnumerable<RunRecord> RunChanges(CancellationToken cancellationToken);

    /// <summary>
    /// Snapshots that are announced from now on. It is a reason to look at the lake and no more: the same may come twice, and after a later one.
    /// </summary>
    IAsyncEnumerable<SnapshotManifest> SnapshotsPublished(CancellationToken cancellationToken);

    /// <summary>Snapshots that this process serves from now on, each once, in the order in which queries are answered from them.</summary>
    IAsyncEnumerable<SnapshotNews> SnapshotsServed(CancellationToken cancellationToken);
}
