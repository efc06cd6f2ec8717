using NovaCorrente.Resolvers.DuckDb;

namespace NovaCorrente.Resolvers.Serving;

/// <summary>Two snapshots attached to one database, for the time of one comparison.</summary>
internal sealed class SnapshotPair : IDatabaseLease
{
    /// <summary>The name under which the earlier snapshot is attached.</summary>
    public const string From = "earlier";

    /// <summary>The name under which the later snapshot is attached.</summary>
    public const string To = "later";

    private readonly IDatabaseLease _from;
    private readonly IDatabaseLease _to;

    public SnapshotPair(IDatabaseLease from, string fromPath, IDatabaseLease to, string toPath, QueryDatabaseOptions options)
    {
        _from = from;
        _to = to;
        SnapshotId = $"{from.SnapshotId}..{to.SnapshotId}";
        Database = QueryDatabase.Attach([(From, fromPath), (To, toPath)], options);
    }

    public QueryDatabase Database { get; }

    public string? SnapshotId { get; }

    public void Dispose()
    {
        Database.Dispose();
        _from.Dispose();
        _to.Dispose();
    }
}
