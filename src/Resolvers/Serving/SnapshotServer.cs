using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Serving;

/// <summary>
/// Serves the current snapshot. A new one is built and opened beside the old one and then takes its place in one step; requests that
/// are under way keep the one they started with. Announcements make it prompt, polling the pointer makes it certain.
/// </summary>
internal sealed class SnapshotServer(
    ISnapshotStore store,
    IPipelineEvents events,
    SnapshotDatabaseBuilder builder,
    PastSnapshots past,
    ServingOptions options,
    TimeProvider time,
    ILogger<SnapshotServer> logger) : BackgroundService, IQueryDatabases, ISnapshotPairs, IGoldStatus, ISnapshotConsumer, ISnapshotUsage
{
    private readonly SemaphoreSlim _refresh = new(1, 1);
    private volatile ServedSnapshot? _current;
    private readonly Lock _asking = new();
    private Task? _firstRefresh;

    /// <summary>The snapshot that is served; null before there is one.</summary>
    public SnapshotManifest? Current => _current?.Manifest;

    public bool Serves(GoldTable table) => table.Kind is not TableKind.Operations;

    public Task<bool> IsInUseAsync(string snapshotId, CancellationToken cancellationToken) =>
        Task.FromResult(snapshotId == Current?.Id || past.IsOpen(snapshotId));

    public async ValueTask<IDatabaseLease> LeaseAsync(string? asOf, CancellationToken cancellationToken)
    {
        if (asOf is not null && asOf != Current?.Id)
        {
            if (past.TryLease(asOf) is { } open)
            {
                return open;
            }

            var snapshot = await past.ResolveAsync(asOf, cancellationToken);
            if (snapshot.Id != Current?.Id)
            {
                return await past.LeaseAsync(snapshot, cancellationToken);
            }
        }

        return await LeaseCurrentAsync(cancellationToken);
    }

    public async Task<IDatabaseLease> LeasePairAsync(string from, string? to, CancellationToken cancellationToken)
    {
        var earlier = await LeaseAsync(from, cancellationToken);
        IDatabaseLease? later = null;
        try
        {
            later = await LeaseAsync(to, cancellationToken);
            return new SnapshotPair(earlier, builder.PathOf(earlier.SnapshotId!), later, builder.PathOf(later.SnapshotId!), options.Database);
        }
        catch
        {
            earlier.Dispose();
            later?.Dispose();
            throw;
        }
    }

    private async ValueTask<IDatabaseLease> LeaseCurrentAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_current is not { } snapshot)
            {
                await LakeWait.WithinAsync(options.LakeWait, time, FirstRefresh(), cancellationToken);
                snapshot = _current ?? throw new GoldError("GOLD_NOT_PUBLISHED", "No gold snapshot has been published yet. Run the pipeline first.");
            }

            if (snapshot.TryLease() is { } lease)
            {
                return lease;
            }
        }
    }

    // One look at the lake for all who ask while nothing is served; it goes on when they give up.
    private Task FirstRefresh()
    {
        lock (_asking)
        {
            return _firstRefresh is { IsCompleted: false } underWay ? underWay : _firstRefresh = RefreshAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _refresh.WaitAsync(cancellationToken);
        try
        {
            if (await store.GetCurrentAsync(cancellationToken) is not { } newest || newest.Id == Current?.Id)
            {
                return;
            }

            var path = await builder.BuildAsync(newest, cancellationToken);
            var opened = new ServedSnapshot(newest, QueryDatabase.Open(path, options.Database), path);
            var previous = Interlocked.Exchange(ref _current, opened);
            previous?.Retire();
            logger.LogInformation("Serving gold snapshot {SnapshotId} with {Tables} tables", newest.Id, newest.Tables.Count);

            // Told before the next look at the pointer, so that everybody hears of snapshots in the order in which they are served.
            events.SnapshotServed(newest);
        }
        finally
        {
            _refresh.Release();
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var current = await store.GetCurrentAsync(cancellationToken);
        builder.Clean(keepSnapshotId: current?.Id);
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        // The file is kept: the next start opens it without building it again.
        _refresh.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await Task.WhenAll(FollowAnnouncementsAsync(stoppingToken), PollAsync(stoppingToken));

    private async Task FollowAnnouncementsAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var _ in events.SnapshotsPublished(stoppingToken))
                {
                    await TryRefreshAsync(stoppingToken);
                }
            }
            catch (SubscriberBehindException)
            {
                // Polling finds what was missed.
            }
        }
    }

    private async Task PollAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.PollInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryRefreshAsync(stoppingToken);
            past.CloseIdle();
        }
    }

    private async Task TryRefreshAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RefreshAsync(stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "The newest gold snapshot could not be opened; the one served before stays");
        }
    }
}
