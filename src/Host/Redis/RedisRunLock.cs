using Medallion.Threading.Redis;
using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Redis;

/// <summary>
/// Excludes the runs of all replicas, and by the lake's own lock those of processes that share the lake but not Redis. What somebody could still
/// publish after losing the lock is fenced off at the pointer.
/// </summary>
internal sealed class RedisRunLock(
    IRunLock lakeLock, RedisConnection redis, IOptions<RedisOptions> options, TimeProvider time, ILogger<RedisRunLock> logger) : IRunLock
{
    public async Task<IRunLease?> TryAcquireAsync(CancellationToken cancellationToken)
    {
        if (await lakeLock.TryAcquireAsync(cancellationToken) is not { } lakeLease)
        {
            return null;
        }

        try
        {
            var shared = new RedisDistributedLock(options.Value.Name("run-lock"), await redis.DatabaseAsync(), timing => timing.Expiry(options.Value.LockExpiry));
            if (await shared.TryAcquireAsync(TimeSpan.Zero, cancellationToken) is { } handle)
            {
                return new RedisRunLease(shared, handle, lakeLease, time, logger);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await lakeLease.DisposeAsync();
            throw new RunLockUnavailableException(
                $"Redis at {options.Value.Address}, which keeps the lock for runs, cannot be reached. Nothing was started; try again when it is back.", e);
        }
        catch
        {
            await lakeLease.DisposeAsync();
            throw;
        }

        await lakeLease.DisposeAsync();
        return null;
    }
}
