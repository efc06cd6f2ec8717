namespace NovaCorrente.Pipeline.Snapshots;

/// <summary>Tells which snapshots are being read, so that retention leaves them alone. Several may be registered; one veto is enough.</summary>
public interface ISnapshotUsage
{
    /// <summary>Whether somebody still reads this snapshot.</summary>
    Task<bool> IsInUseAsync(string snapshotId, CancellationToken cancellationToken);
}
