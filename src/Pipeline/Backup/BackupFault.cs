namespace NovaCorrente.Pipeline.Backup;

/// <summary>Kinds of faults of backups.</summary>
public enum BackupFault
{
    /// <summary>No key is set, or it cannot be read.</summary>
    NoKey,

    /// <summary>The key is no 32 random bytes.</summary>
    WeakKey,

    /// <summary>The backup was made with another key.</summary>
    WrongKey,

    /// <summary>What is stored is not what was written.</summary>
    Tampered,

    /// <summary>An object that a backup consists of is gone.</summary>
    Missing,

    /// <summary>There is no backup of the time or name that was asked for.</summary>
    NotFound,

    /// <summary>Another backup, or a removal of old ones, is under way.</summary>
    Busy,

    /// <summary>The lake changed faster than it could be read.</summary>
    Restless,

    /// <summary>The lake that is to be restored holds something already.</summary>
    NotEmpty,
}
