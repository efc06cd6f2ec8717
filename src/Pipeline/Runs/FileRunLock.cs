using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>A lock file in the folder of the lake: excludes runs of this process and of all others on the machine.</summary>
internal sealed class FileRunLock(string folder) : IRunLock
{
    public Task<IRunLease?> TryAcquireAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "run.lock");
        try
        {
            Directory.CreateDirectory(folder);
            return Task.FromResult<IRunLease?>(FileLock.TryAcquire(path) is { } held ? new Lease(held) : null);
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            throw FileFault.Explain(e, path);
        }
    }

    private sealed class Lease(FileLock held) : IRunLease
    {
        // The system takes the lock from nobody who is alive.
        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync()
        {
            held.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
