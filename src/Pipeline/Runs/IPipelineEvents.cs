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

    /// <summary>
    /// Tells this process of a snapshot that was found current in the lake: another process may have made it so, or its announcement was missed.
    /// However often and in whatever way a snapshot becomes known, subscribers are told of it once.
    /// </summary>
    ValueTask SnapshotFoundAsync(SnapshotManifest snapshot, CancellationToken cancellationToken);

    /// <summary>States of runs from now on, in order; a subscriber that falls behind loses none until its buffer of 1,024 is full, then it is ended.</summary>
    IAsyncEnumerable<RunRecord> RunChanges(CancellationToken cancellationToken);

    /// <summary>Snapshots that become current from now on.</summary>
    IAsyncEnumerable<SnapshotNews> SnapshotsPublished(CancellationToken cancellationToken);
}
