namespace NovaCorrente.Pipeline.Runs;

/// <summary>Excludes the other runs of this process; what other processes publish is fenced off at the pointer.</summary>
internal sealed class InProcessRunLock : IRunLock
{
    private int _held;

    public Task<IRunLease?> TryAcquireAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IRunLease?>(Interlocked.Exchange(ref _held, 1) == 0 ? new Lease(this) : null);

    private sealed class Lease(InProcessRunLock owner) : IRunLease
    {
        private int _released;

        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _released, 1) == 0)
            {
                Volatile.Write(ref owner._held, 0);
            }

            return ValueTask.CompletedTask;
        }
    }
}
