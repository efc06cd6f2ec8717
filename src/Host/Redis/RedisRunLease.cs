using Medallion.Threading.Redis;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Redis;

/// <summary>
/// The lock while it is held. A server that was restarted has forgotten it, and one that was away for long has let it expire; then the holder
/// takes it anew as soon as the server is back, and the run goes on. It is lost only when somebody else was faster.
/// </summary>
internal sealed class RedisRunLease : IRunLease
{
    private static readonly TimeSpan _retryDelay = TimeSpan.FromMilliseconds(500);

    private readonly RedisDistributedLock _lock;
    private readonly IRunLease _lakeLease;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _released = new();
    private readonly Task<RedisDistributedLockHandle?> _keeping;

    public RedisRunLease(RedisDistributedLock @lock, RedisDistributedLockHandle handle, IRunLease lakeLease, TimeProvider time, ILogger logger)
    {
        (_lock, _lakeLease, _time, _logger) = (@lock, lakeLease, time, logger);
        _lost = CancellationTokenSource.CreateLinkedTokenSource(lakeLease.Lost);
        _keeping = KeepAsync(handle);
    }

    public CancellationToken Lost => _lost.Token;

    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync();
        if (await _keeping is { } handle)
        {
            await ReleaseAsync(handle);
        }

        await _lakeLease.DisposeAsync();
        _released.Dispose();
        _lost.Dispose();
    }

    // Gives the handle that is held in the end.
    private async Task<RedisDistributedLockHandle?> KeepAsync(RedisDistributedLockHandle handle)
    {
        while (true)
        {
            using (var ending = CancellationTokenSource.CreateLinkedTokenSource(handle.HandleLostToken, _released.Token))
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, _time, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (_released.IsCancellationRequested)
            {
                return handle;
            }

            _logger.LogWarning("Redis no longer knows the lock of the run; it is taken anew.");
            await ReleaseAsync(handle);
            if (await TakeAnewAsync() is not { } again)
            {
                return null;
            }

            handle = again;
        }
    }

    private async Task<RedisDistributedLockHandle?> TakeAnewAsync()
    {
        while (!_released.IsCancellationRequested)
        {
            try
            {
                if (await _lock.TryAcquireAsync(TimeSpan.Zero) is { } handle)
                {
                    return handle;
                }

                await _lost.CancelAsync();
                return null;
            }
            catch (Exception e)
            {
                _logger.LogDebug(e, "Redis is still away.");
                await Task.Delay(_retryDelay, _time, _released.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        return null;
    }

    private async Task ReleaseAsync(RedisDistributedLockHandle handle)
    {
        try
        {
            await handle.DisposeAsync();
        }
        catch (Exception e)
        {
            _logger.LogDebug(e, "The lock could not be let go; it expires by itself.");
        }
    }
}
