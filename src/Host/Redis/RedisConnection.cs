using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace NovaCorrente.Host.Redis;

/// <summary>
/// The connection to Redis. It is made when it is first used and mends itself; a server that is away is never an error here, only an absence.
/// </summary>
internal sealed class RedisConnection(IOptions<RedisOptions> options, TimeProvider time, ILoggerFactory logging) : IAsyncDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = logging.CreateLogger<RedisConnection>();
    private readonly Lock _lock = new();
    private Task<ConnectionMultiplexer>? _connecting;
    private long _pausedUntil = long.MinValue;

    /// <summary>Whether the server answers, as far as is known.</summary>
    public bool IsConnected => _connecting is { IsCompletedSuccessfully: true } connected && connected.Result.IsConnected;

    /// <summary>The connection, whether or not the server can be reached at present.</summary>
    public Task<ConnectionMultiplexer> OpenAsync()
    {
        lock (_lock)
        {
            return _connecting ??= ConnectionMultiplexer.ConnectAsync(Configuration(options.Value));
        }
    }

    public async Task<IDatabase> DatabaseAsync() => (await OpenAsync()).GetDatabase();

    /// <summary>
    /// Asks for something that can be done without. A server that is away or slow is left alone for a while after that, so that it costs one
    /// request the wait and not all of them.
    /// </summary>
    /// <returns>Whether the server answered, and what.</returns>
    public ValueTask<(bool Answered, T? Value)> TryAsync<T>(Func<IDatabase, Task<T>> ask, CancellationToken cancellationToken) =>
        time.GetTimestamp() < Volatile.Read(ref _pausedUntil) ? default : AskAsync(ask, options.Value.Patience, cancellationToken);

    /// <summary>Asks for something that is known nowhere else, and so is worth a longer wait.</summary>
    /// <returns>Whether the server answered, and what.</returns>
    public ValueTask<(bool Answered, T? Value)> NeedAsync<T>(Func<IDatabase, Task<T>> ask, CancellationToken cancellationToken) =>
        AskAsync(ask, options.Value.Timeout, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_connecting is { } connecting)
        {
            await (await connecting).DisposeAsync();
        }
    }

    private async ValueTask<(bool Answered, T? Value)> AskAsync<T>(Func<IDatabase, Task<T>> ask, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var question = RedisTelemetry.Ask();
        try
        {
            var answer = await AskAsync(ask).WaitAsync(patience, time, cancellationToken);
            question.Answered();
            return (true, answer);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            Volatile.Write(ref _pausedUntil, time.GetTimestamp() + (long)(_pause.TotalSeconds * time.TimestampFrequency));
            _logger.LogDebug(e, "Redis at {Address} did not answer.", options.Value.Address);
            return default;
        }
    }

    private async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> ask) => await ask(await DatabaseAsync());

    private static ConfigurationOptions Configuration(RedisOptions options) => new()
    {
        EndPoints = { { options.Host!, options.Port } },
        User = options.User,
        Password = options.Password,
        Ssl = options.Tls,
        DefaultDatabase = options.Database,
        ClientName = "nova-corrente",
        // A start without the server goes on; the connection is made when it comes.
        AbortOnConnectFail = false,
        ConnectRetry = 1,
        ConnectTimeout = (int)options.Timeout.TotalMilliseconds,
        AsyncTimeout = (int)options.Timeout.TotalMilliseconds,
        SyncTimeout = (int)options.Timeout.TotalMilliseconds,
        KeepAlive = 5,
        ReconnectRetryPolicy = new ExponentialRetry(deltaBackOffMilliseconds: 250, maxDeltaBackOffMilliseconds: 2_000),
        // Nobody waits in a queue for a server that is away.
        BacklogPolicy = BacklogPolicy.FailFast,
    };
}
