namespace NovaCorrente.Pipeline.Lake;

/// <summary>Bounds how long somebody who waits for an answer waits for the lake, which itself is far more patient.</summary>
public static class LakeWait
{
    /// <summary>Does some work with the lake.</summary>
    /// <exception cref="LakeException">It was not done within the limit.</exception>
    public static async Task<T> WithinAsync<T>(TimeSpan limit, TimeProvider time, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        using var bound = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellationToken);
        try
        {
            return await work(either.Token);
        }
        catch (Exception e) when (bound.IsCancellationRequested && !cancellationToken.IsCancellationRequested && e is not LakeException)
        {
            throw TooLong(limit, e);
        }
    }

    /// <summary>Waits for work with the lake that goes on whether or not anybody waits.</summary>
    /// <exception cref="LakeException">It was not done within the limit.</exception>
    public static async Task WithinAsync(TimeSpan limit, TimeProvider time, Task work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work.WaitAsync(limit, time, cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw TooLong(limit, e);
        }
    }

    private static LakeException TooLong(TimeSpan limit, Exception inner) =>
        new(LakeFault.Unreachable, $"The lake did not answer within {limit.TotalSeconds:0.#} s.", inner);
}
