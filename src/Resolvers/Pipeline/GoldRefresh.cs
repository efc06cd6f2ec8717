using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Resolvers.Execution;

namespace NovaCorrente.Resolvers.Pipeline;

/// <summary>A snapshot that has become current, with the tables that a subscriber asked for.</summary>
internal sealed record GoldRefresh(SnapshotManifest Snapshot, IReadOnlyList<TableNews> Tables) : IGoldRow
{
    public IReadOnlyList<object> Key { get; } = [Snapshot.Id];
}
