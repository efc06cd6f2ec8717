using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Serving;

/// <summary>Gives the database that answers questions about a table, and keeps it open while it is used.</summary>
internal interface IQueryDatabases
{
    /// <summary>Whether this source answers for a table.</summary>
    bool Serves(GoldTable table);

    /// <summary>The database as it is now or was then; it stays open and unchanged until the lease is disposed of.</summary>
    /// <param name="asOf">A snapshot id or a moment to look back to; null is now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Execution.GoldError">There is nothing to serve yet, or not any more.</exception>
    ValueTask<IDatabaseLease> LeaseAsync(string? asOf, CancellationToken cancellationToken);
}

/// <summary>A database for the time of one request.</summary>
internal interface IDatabaseLease : IDisposable
{
    /// <summary>The database.</summary>
    QueryDatabase Database { get; }

    /// <summary>The snapshot that it holds; null when it holds none.</summary>
    string? SnapshotId { get; }
}
