namespace NovaCorrente.Pipeline.Backup;

/// <summary>A backup could not be made, verified or restored, for a reason that an operator can act on.</summary>
public sealed class BackupException : IOException
{
    /// <summary>Creates the exception with its reason.</summary>
    public BackupException(BackupFault fault, string message, Exception? innerException = null)
        : base(message, innerException) => Fault = fault;

    /// <summary>The kind of fault.</summary>
    public BackupFault Fault { get; }
}
