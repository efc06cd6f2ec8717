namespace NovaCorrente.Pipeline.Runs;

/// <summary>Makes an earlier snapshot current again.</summary>
public interface IGoldRollback
{
    /// <summary>
    /// Verifies a snapshot that is still kept, moves the pointer to it, and announces it like one that was just published. The record stays
    /// among the runs. Runs publish nothing that is made of the inputs of the later snapshots until a run is forced or the inputs change.
    /// </summary>
    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="requestedBy">Who asks, when that is known.</param>
    /// <param name="cancellationToken">Gives up, if the pointer has not moved yet.</param>
    /// <returns>The record of the rollback.</returns>
    /// <exception cref="SnapshotNotFoundException">No such snapshot is kept.</exception>
    /// <exception cref="SnapshotAlreadyCurrentException">It is the current one.</exception>
    /// <exception cref="RunInProgressException">A run, or another rollback, is under way.</exception>
    /// <exception cref="Lake.LakeException">The lake can't be used, or a file of the snapshot is not what was published.</exception>
    Task<RunRecord> RollBackAsync(string snapshotId, string? requestedBy, CancellationToken cancellationToken);
}

/// <summary>A snapshot that was asked for never was, or is gone by retention.</summary>
public sealed class SnapshotNotFoundException(string snapshotId)
    : InvalidOperationException($"There is no snapshot {snapshotId}. It never was, or retention has removed it.")
{
    /// <summary>What was asked for.</summary>
    public string SnapshotId { get; } = snapshotId;
}

/// <summary>Gold was to be rolled back to the snapshot that is current.</summary>
public sealed class SnapshotAlreadyCurrentException(string snapshotId) : InvalidOperationException($"Snapshot {snapshotId} is the current one already.")
{
    /// <summary>The snapshot.</summary>
    public string SnapshotId { get; } = snapshotId;
}
