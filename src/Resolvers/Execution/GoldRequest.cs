using NovaCorrente.Resolvers.Serving;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Execution;

/// <summary>
/// What the gold fields of one operation share. All that ask for the same moment see one snapshot, because its database is leased once for the operation;
/// it goes back when the operation has been executed.
/// </summary>
internal sealed class GoldRequest(IEnumerable<IQueryDatabases> databases) : IAsyncDisposable
{
    /// <summary>Where the engine's user context keeps it.</summary>
    public const string ContextKey = "gold.request";

    private readonly Dictionary<(IQueryDatabases, string? AsOf), Task<IDatabaseLease>> _leases = [];
    private readonly Lock _lock = new();

    /// <summary>Two snapshots side by side; the caller disposes of them.</summary>
    public Task<IDatabaseLease> PairAsync(string from, string? to, CancellationToken cancellationToken) =>
        databases.OfType<ISnapshotPairs>().First().LeasePairAsync(from, to, cancellationToken);

    public IQueryDatabases SourceOf(GoldTable table) => databases.First(d => d.Serves(table));

    public Task<IDatabaseLease> DatabaseForAsync(GoldTable table, string? asOf, CancellationToken cancellationToken)
    {
        var source = SourceOf(table);
        lock (_lock)
        {
            if (!_leases.TryGetValue((source, asOf), out var lease))
            {
                lease = source.LeaseAsync(asOf, cancellationToken).AsTask();
                _leases.Add((source, asOf), lease);
            }

            return lease;
        }
    }

    /// <summary>The snapshots that are held, each once; null stands for a database that holds none.</summary>
    public IReadOnlyList<string?> SnapshotIds()
    {
        lock (_lock)
        {
            return [.. _leases.Values.Where(lease => lease.IsCompletedSuccessfully).Select(lease => lease.Result.SnapshotId).Distinct()];
        }
    }

    /// <summary>Gives the databases back. What is asked after this sees them as they are then, which a mutation wants that has changed them.</summary>
    public async ValueTask ForgetAsync()
    {
        List<Task<IDatabaseLease>> leases;
        lock (_lock)
        {
            leases = [.. _leases.Values];
            _leases.Clear();
        }

        foreach (var lease in leases)
        {
            // A lease that failed has told its field; there is nothing to give back.
            await lease.ContinueWith(
                l => l.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public ValueTask DisposeAsync() => ForgetAsync();
}
