namespace NovaCorrente.Pipeline.Lake;

/// <summary>
/// Exclusive use of something among processes on one machine, by an open handle on a lock file. The operating system lets go of it when the
/// process ends, however it ends, so a crash leaves nothing locked.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private const int WouldBlock = 11;
    private const int SharingViolation = 32;
    private readonly FileStream _handle;

    private FileLock(FileStream handle) => _handle = handle;

    /// <summary>The lock, or null when another holder has it.</summary>
    /// <exception cref="IOException">The lock file cannot be opened for another reason.</exception>
    public static FileLock? TryAcquire(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) is WouldBlock or SharingViolation)
        {
            return null;
        }
    }

    /// <summary>The lock, waiting for it as long as <paramref name="patience"/>; null after that.</summary>
    public static async Task<FileLock?> AcquireAsync(string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        var deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        for (var pause = 1; ; pause = Math.Min(pause * 2, 20))
        {
            if (TryAcquire(path) is { } held)
            {
                return held;
            }

            if (Environment.TickCount64 > deadline)
            {
                return null;
            }

            await Task.Delay(pause, cancellationToken);
        }
    }

    public void Dispose() => _handle.Dispose();
}
