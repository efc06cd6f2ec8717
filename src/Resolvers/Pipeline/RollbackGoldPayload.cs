using NovaCorrente.Resolvers.Execution;

namespace NovaCorrente.Resolvers.Pipeline;

/// <summary>What came of the wish to roll gold back: the snapshot that is current now, or the reasons why it was not done.</summary>
/// <param name="SnapshotId">The snapshot that was made current; null when none was.</param>
/// <param name="Errors">Why not; null when it was done.</param>
internal sealed record RollbackGoldPayload(string? SnapshotId, IReadOnlyList<Exception>? Errors) : IGoldRow
{
    public IReadOnlyList<object>? Key { get; } = SnapshotId is null ? null : [SnapshotId];
}
