using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Serving;

namespace NovaCorrente.Resolvers.Operations;

/// <summary>A pinned connection as the database of a request.</summary>
internal sealed class PinnedLease(QueryConnection connection) : IDatabaseLease
{
    public QueryDatabase Database { get; } = QueryDatabase.Over(connection);

    public string? SnapshotId => null;

    public void Dispose() => Database.Dispose();
}
