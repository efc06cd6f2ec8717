using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Requests.Errors;

namespace NovaCorrente.Host.Requests.Admission;

/// <summary>
/// Lets in as many operations as the database can work on and a bounded number to wait. Without it a burst would be answered late in
/// whole instead of in part on time.
/// </summary>
internal sealed class ExecutionGate : IDisposable
{
    private readonly ConcurrencyOptions _options;
    private readonly TimeProvider _time;
    private readonly ConcurrencyLimiter _executions;
    private readonly ConcurrencyLimiter _exports;

    public ExecutionGate(IOptions<ConcurrencyOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
        _executions = Limiter(_options.MaxExecutions);
        _exports = Limiter(_options.MaxExports);
    }

    /// <summary>Operations that are executed now, and those that wait.</summary>
    public (long Executing, long Waiting) Load
    {
        get
        {
            var now = _executions.GetStatistics()!;
            return (_options.MaxExecutions - now.CurrentAvailablePermits, now.CurrentQueuedCount);
        }
    }

    /// <summary>Waits until an operation may be executed; disposing of the lease lets the next one in.</summary>
    /// <exception cref="RequestException">Too many wait, or it waited too long.</exception>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellationToken) => EnterAsync(_executions, cancellationToken);

    /// <summary>Waits until a file may be sent; disposing of the lease lets the next one be sent.</summary>
    /// <exception cref="RequestException">Too many wait, or it waited too long.</exception>
    public ValueTask<RateLimitLease> EnterExportAsync(CancellationToken cancellationToken) => EnterAsync(_exports, cancellationToken);

    public void Dispose()
    {
        _executions.Dispose();
        _exports.Dispose();
    }

    private async ValueTask<RateLimitLease> EnterAsync(ConcurrencyLimiter limiter, CancellationToken cancellationToken)
    {
        var lease = limiter.AttemptAcquire();
        if (!lease.IsAcquired)
        {
            lease = await WaitAsync(limiter, cancellationToken);
        }

        return lease.IsAcquired ? lease : throw RequestErrors.Overloaded(_options.RetryAfter);
    }

    private async ValueTask<RateLimitLease> WaitAsync(ConcurrencyLimiter limiter, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_options.QueueTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await limiter.AcquireAsync(cancellationToken: either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw RequestErrors.Overloaded(_options.RetryAfter);
        }
    }

    private ConcurrencyLimiter Limiter(int permits) =>
        new(new ConcurrencyLimiterOptions { PermitLimit = permits, QueueLimit = _options.MaxQueued, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
}
