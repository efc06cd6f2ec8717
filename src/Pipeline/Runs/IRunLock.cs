namespace NovaCorrente.Pipeline.Runs;

/// <summary>Lets one run at a time work on a lake.</summary>
public interface IRunLock
{
    /// <summary>The lock, or null when another run has it. Disposing of it lets go.</summary>
    /// <exception cref="RunLockUnavailableException">What keeps the lock cannot be reached.</exception>
    Task<IRunLease?> TryAcquireAsync(CancellationToken cancellationToken);
}

/// <summary>The lock while it is held.</summary>
public interface IRunLease : IAsyncDisposable
{
    /// <summary>Is cancelled when the lock was lost to somebody else; the run must stop then.</summary>
    CancellationToken Lost { get; }
}
