using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using StackExchange.Redis;

namespace NovaCorrente.Host.Redis;

/// <summary>
/// Hears what other replicas announce. Redis forgets what it has said, so the lake is looked at, too: the pointer now and then, and the record
/// of runs for as long as Redis is away and once when it has come back.
/// </summary>
internal sealed class RedisAnnouncements(
    RedisConnection redis,
    RedisPipelineEvents events,
    ISnapshotStore snapshots,
    IRunLog log,
    IOptions<RedisOptions> options,
    ILogger<RedisAnnouncements> logger) : BackgroundService
{
    // More runs than can begin and end between two looks.
    private const int NewestRuns = 50;

    private readonly SemaphoreSlim _wake = new(0);
    private bool _wasAway = true;
    private volatile string? _lastHeard;

    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var connection = await redis.OpenAsync();
        connection.ConnectionRestored += (_, _) => _wake.Release();
        connection.ConnectionFailed += (_, _) => _wasAway = true;
        var (isPrimed, isListening) = (false, false);
        while (!stoppingToken.IsCancellationRequested)
        {
            // What is so before it listens is no news; whatever is from then on is.
            isPrimed = isPrimed || await TryAsync(() => PrimeAsync(stoppingToken), stoppingToken);
            isListening = isListening || await TryListenAsync(connection, stoppingToken);
            if (isPrimed)
            {
                await TryAsync(() => CatchUpAsync(connection, stoppingToken), stoppingToken);
            }

            await ((Task)_wake.WaitAsync(options.Value.CheckInterval, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryListenAsync(ConnectionMultiplexer connection, CancellationToken stoppingToken)
    {
        try
        {
            var subscriber = connection.GetSubscriber();
            var runs = await subscriber.SubscribeAsync(events.Runs.Channel);
            var published = await subscriber.SubscribeAsync(events.Snapshots.Channel);
            runs.OnMessage(message => TryAsync(() => HearRunAsync(message.Message, stoppingToken), stoppingToken));
            published.OnMessage(message => TryAsync(() => HearSnapshotAsync(message.Message, stoppingToken), stoppingToken));
            return true;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            logger.LogWarning("Redis at {Address} cannot be reached; what other replicas do is looked up in the lake.", options.Value.Address);
            return false;
        }
    }

    private async Task HearRunAsync(RedisValue message, CancellationToken cancellationToken)
    {
        var (run, isEnd) = RedisTopic<RunRecord>.Read(message);
        if (run is not null)
        {
            await events.HearAsync(run, cancellationToken);
        }
        else if (isEnd)
        {
            events.EndRuns();
        }
    }

    private async Task HearSnapshotAsync(RedisValue message, CancellationToken cancellationToken)
    {
        var (snapshot, isEnd) = RedisTopic<SnapshotManifest>.Read(message);
        if (snapshot is not null)
        {
            _lastHeard = snapshot.Id;
            await events.HearAsync(snapshot, cancellationToken);
        }
        else if (isEnd)
        {
            events.EndSnapshots();
        }
    }

    private async Task PrimeAsync(CancellationToken cancellationToken) =>
        events.Remember((await log.ListAsync(cancellationToken)).Take(NewestRuns));

    private async Task CatchUpAsync(ConnectionMultiplexer connection, CancellationToken cancellationToken)
    {
        await CheckPointerAsync(cancellationToken);
        if (_wasAway || !connection.IsConnected)
        {
            // Before the look: what happens during it is heard, or makes it look again.
            _wasAway = !connection.IsConnected;
            foreach (var run in (await log.ListAsync(cancellationToken)).Take(NewestRuns).Reverse())
            {
                await events.HearAsync(run, cancellationToken);
            }
        }
    }

    private async Task CheckPointerAsync(CancellationToken cancellationToken)
    {
        // What was heard already is not replaced: after a rollback only the message knows how gold differs from what was current before.
        if (await snapshots.GetCurrentAsync(cancellationToken) is { } current && current.Id != _lastHeard)
        {
            _lastHeard = current.Id;
            await events.HearAsync(current, cancellationToken);
        }
    }

    private async Task<bool> TryAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
            return true;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service is going.
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "What another replica did could not be learnt; it is looked for again.");
        }

        return false;
    }
}
