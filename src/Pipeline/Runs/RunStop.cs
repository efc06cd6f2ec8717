namespace NovaCorrente.Pipeline.Runs;

/// <summary>How a run is told to end before its time: at first it begins no further step, and after a grace the step under way is interrupted, too.</summary>
internal sealed class RunStop : IDisposable
{
    private readonly CancellationTokenSource _requested;
    private readonly CancellationTokenSource _grace;
    private readonly CancellationTokenSource _interrupted;

    /// <param name="grace">What the step under way gets to end by itself.</param>
    /// <param name="time">The clock of the grace.</param>
    /// <param name="immediate">Ends the grace, or interrupts without any.</param>
    /// <param name="requests">Any of these asks the run to end.</param>
    public RunStop(TimeSpan grace, TimeProvider time, CancellationToken immediate, params CancellationToken[] requests)
    {
        _requested = CancellationTokenSource.CreateLinkedTokenSource(requests);
        _grace = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _interrupted = CancellationTokenSource.CreateLinkedTokenSource(_grace.Token, immediate);
        _requested.Token.Register(() => _grace.CancelAfter(grace));
    }

    /// <summary>Cancelled when no further step is to begin.</summary>
    public CancellationToken Requested => _requested.Token;

    /// <summary>Cancelled when the step under way is to end at once.</summary>
    public CancellationToken Interrupted => _interrupted.Token;

    public void Dispose()
    {
        _requested.Dispose();
        _interrupted.Dispose();
        _grace.Dispose();
    }
}
