namespace NovaCorrente.Pipeline.Snapshots;

/// <summary>
/// Answers questions from the current snapshot in this process. A run ends only when every consumer beside it has taken up what it published,
/// so that who sees the end of a run finds its data in every query that follows.
/// </summary>
public interface ISnapshotConsumer
{
    /// <summary>Takes up the current snapshot of the lake if it is not the one that is served.</summary>
    /// <exception cref="Lake.LakeException">The lake does not give it; what was served before stays.</exception>
    Task RefreshAsync(CancellationToken cancellationToken);
}
