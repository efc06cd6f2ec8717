namespace NovaCorrente.Pipeline.Runs;

/// <summary>What keeps the lock for runs cannot be reached, so nobody can tell whether another run is in progress; nothing was started.</summary>
public sealed class RunLockUnavailableException(string message, Exception? innerException = null) : InvalidOperationException(message, innerException);
