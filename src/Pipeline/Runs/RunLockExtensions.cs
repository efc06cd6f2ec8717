namespace NovaCorrente.Pipeline.Runs;

/// <summary>Taking the lock of runs as a run takes it.</summary>
internal static class RunLockExtensions
{
    private const int Attempts = 120;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The lock. Whoever holds it without an open run is just beginning, or cleans up after its end: that is waited for, some twelve seconds at most.</summary>
    /// <exception cref="RunInProgressException">Another run has the lock, or somebody without a run keeps it.</exception>
    /// <exception cref="RunLockUnavailableException">What keeps the lock cannot be reached.</exception>
    public static async Task<IRunLease> AcquireAsync(this IRunLock runLock, IRunLog log, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await runLock.TryAcquireAsync(cancellationToken) is { } lease)
            {
                return lease;
            }

            if (await log.OpenRunAsync(cancellationToken) is { } open)
            {
                throw new RunInProgressException(open);
            }

            if (attempt == Attempts)
            {
                throw new RunInProgressException(runId: null);
            }

            await Task.Delay(_pause, cancellationToken);
        }
    }
}
