using Microsoft.Extensions.Logging;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Execution;

namespace NovaCorrente.Resolvers.Serving;

/// <summary>Snapshots before the current one: opened when they are asked for, closed when nobody has asked for a while.</summary>
internal sealed class PastSnapshots(
    ISnapshotStore store, SnapshotDatabaseBuilder builder, ServingOptions options, TimeProvider time, ILogger<PastSnapshots> logger) : IDisposable
{
    private readonly Dictionary<string, Opened> _opened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task> _openings = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Whether a past snapshot is open at present.</summary>
    public bool IsOpen(string snapshotId)
    {
        lock (_opened)
        {
            return _opened.ContainsKey(snapshotId);
        }
    }

    /// <summary>A past snapshot that is open already, which takes no look at the lake; null when it is not.</summary>
    public IDatabaseLease? TryLease(string snapshotId)
    {
        lock (_opened)
        {
            if (_opened.GetValueOrDefault(snapshotId) is not { } known)
            {
                return null;
            }

            known.LastUsed = time.GetTimestamp();
            return known.Snapshot.TryLease();
        }
    }

    /// <summary>The snapshot that was current at a moment, or the one of an id.</summary>
    /// <param name="asOf">A snapshot id, or a date and time with offset.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="GoldError">There is none, or it is gone.</exception>
    /// <exception cref="LakeException">The lake does not tell in time.</exception>
    public Task<SnapshotManifest> ResolveAsync(string asOf, CancellationToken cancellationToken) =>
        LakeWait.WithinAsync(options.LakeWait, time, token => FindAsync(asOf, token), cancellationToken);

    private async Task<SnapshotManifest> FindAsync(string asOf, CancellationToken cancellationToken)
    {
        if (SnapshotMoment.TryParse(asOf, out var moment))
        {
            var snapshots = await store.ListAsync(cancellationToken);
            return snapshots.FirstOrDefault(s => s.CreatedAt <= moment) ?? throw Missing(asOf, snapshots);
        }

        return await store.GetAsync(asOf, cancellationToken) ?? throw Missing(asOf, await store.ListAsync(cancellationToken));
    }

    /// <exception cref="LakeException">It could not be opened, or not in time; then the opening goes on, for whoever asks again.</exception>
    public async ValueTask<IDatabaseLease> LeaseAsync(SnapshotManifest snapshot, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryLease(snapshot.Id) is { } lease)
            {
                return lease;
            }

            await LakeWait.WithinAsync(options.OpenWait, time, Opening(snapshot), cancellationToken);
        }
    }

    // One opening for all who ask for a snapshot.
    private Task Opening(SnapshotManifest snapshot)
    {
        lock (_opened)
        {
            return _openings.GetValueOrDefault(snapshot.Id) is { IsCompleted: false } underWay ? underWay : _openings[snapshot.Id] = OpenAsync(snapshot);
        }
    }

    private async Task OpenAsync(SnapshotManifest snapshot)
    {
        // Never within the lock that the caller holds.
        await Task.Yield();
        await _opening.WaitAsync(_closing.Token);
        try
        {
            if (IsOpen(snapshot.Id))
            {
                return;
            }

            var path = await builder.BuildAsync(snapshot, _closing.Token);
            var opened = new Opened(new ServedSnapshot(snapshot, QueryDatabase.Open(path, options.Database), path)) { LastUsed = time.GetTimestamp() };
            lock (_opened)
            {
                _opened.Add(snapshot.Id, opened);
            }

            logger.LogInformation("Opened past gold snapshot {SnapshotId}", snapshot.Id);
        }
        finally
        {
            lock (_opened)
            {
                _openings.Remove(snapshot.Id);
            }

            _opening.Release();
        }
    }

    /// <summary>Closes what has not been asked for lately and is read by no query any more.</summary>
    public void CloseIdle()
    {
        lock (_opened)
        {
            foreach (var (id, opened) in _opened.Where(o => IsIdle(o.Value)).ToList())
            {
                _opened.Remove(id);
                opened.Snapshot.Retire();
            }
        }
    }

    public void Dispose() => _closing.Cancel();

    // An export may read for longer than a snapshot stays open without being asked for.
    private bool IsIdle(Opened opened) => !opened.Snapshot.IsInUse && time.GetElapsedTime(opened.LastUsed) > options.PastIdle;

    private static GoldError Missing(string asOf, IReadOnlyList<SnapshotManifest> snapshots) => new(
        "GOLD_SNAPSHOT_NOT_FOUND",
        snapshots.Count == 0
            ? $"No gold snapshot fits `{asOf}`: none has been published."
            : $"No gold snapshot fits `{asOf}`. It never was, or retention has removed it; the oldest that is kept is {snapshots[^1].Id}.",
        ("asOf", asOf),
        ("oldest", snapshots.Count == 0 ? null : snapshots[^1].Id));

    private sealed class Opened(ServedSnapshot snapshot)
    {
        public ServedSnapshot Snapshot { get; } = snapshot;

        public long LastUsed { get; set; }
    }
}
