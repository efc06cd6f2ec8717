using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using StackExchange.Redis;

namespace NovaCorrente.Host.Redis;

/// <summary>
/// Announcements to all replicas. Subscribers of this process hear of its own work directly, whether or not Redis is there; to the others it
/// is sent without waiting, so that a server that is away or slow neither fails nor delays a run. Who missed it finds it in the lake.
/// </summary>
internal sealed class RedisPipelineEvents(RedisConnection redis, IOptions<RedisOptions> options, ILogger<RedisPipelineEvents> logger) : IPipelineEvents
{
    private readonly InProcessPipelineEvents _local = new();
    private readonly KnownRuns _known = new();

    public RedisTopic<RunRecord> Runs { get; } = new(options.Value.Name("OnPipelineRunChanged"));

    public RedisTopic<SnapshotManifest> Snapshots { get; } = new(options.Value.Name("OnGoldRefreshed"));

    public async ValueTask RunChangedAsync(RunRecord run, CancellationToken cancellationToken)
    {
        _known.Advance(run);
        await _local.RunChangedAsync(run, cancellationToken);
        await SendAsync(Runs.Channel, RedisTopic<RunRecord>.Write(run));
    }

    public async ValueTask SnapshotPublishedAsync(SnapshotManifest snapshot, CancellationToken cancellationToken)
    {
        await _local.SnapshotPublishedAsync(snapshot, cancellationToken);
        await SendAsync(Snapshots.Channel, RedisTopic<SnapshotManifest>.Write(snapshot));
    }

    public void SnapshotServed(SnapshotManifest snapshot) => _local.SnapshotServed(snapshot);

    public IAsyncEnumerable<RunRecord> RunChanges(CancellationToken cancellationToken) => _local.RunChanges(cancellationToken);

    public IAsyncEnumerable<SnapshotManifest> SnapshotsPublished(CancellationToken cancellationToken) => _local.SnapshotsPublished(cancellationToken);

    public IAsyncEnumerable<SnapshotNews> SnapshotsServed(CancellationToken cancellationToken) => _local.SnapshotsServed(cancellationToken);

    /// <summary>Takes what is so for granted, without telling anybody.</summary>
    public void Remember(IEnumerable<RunRecord> runs)
    {
        foreach (var run in runs)
        {
            _known.Advance(run);
        }
    }

    /// <summary>Tells subscribers of this process of a state that another replica brought about, if it is news.</summary>
    public async ValueTask HearAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if (_known.Advance(run))
        {
            await _local.RunChangedAsync(run, cancellationToken);
        }
    }

    /// <summary>Tells this process of a snapshot that another replica made current.</summary>
    public ValueTask HearAsync(SnapshotManifest snapshot, CancellationToken cancellationToken) => _local.SnapshotPublishedAsync(snapshot, cancellationToken);

    /// <summary>Ends the subscriptions of this process to runs, as whoever published them asks.</summary>
    public void EndRuns() => _local.CompleteRuns();

    /// <summary>Ends the subscriptions of this process to snapshots, as whoever published them asks.</summary>
    public void EndSnapshots() => _local.CompleteSnapshots();

    private async Task SendAsync(RedisChannel channel, byte[] message)
    {
        try
        {
            var connection = await redis.OpenAsync();
            await connection.GetSubscriber().PublishAsync(channel, message, CommandFlags.FireAndForget);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            logger.LogDebug(e, "An announcement reached no other replica; they find it in the lake.");
        }
    }
}
