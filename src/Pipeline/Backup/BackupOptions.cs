namespace NovaCorrente.Pipeline.Backup;

/// <summary>Settings of backups, section <c>Backup</c>.</summary>
public sealed class BackupOptions
{
    /// <summary>Folder for the backups, best on another machine; null for the backup layer of the lake.</summary>
    public string? Folder { get; set; }

    /// <summary>The key: 32 random bytes in Base64 or hexadecimal. Environment: <c>BACKUP_KEY</c>.</summary>
    public string? Key { get; set; }

    /// <summary>File with the key; wins over <see cref="Key"/>.</summary>
    public string? KeyFile { get; set; }

    /// <summary>How long every backup is kept.</summary>
    public TimeSpan KeepAllFor { get; set; } = TimeSpan.FromDays(2);

    /// <summary>For how many days the last backup of each day is kept (UTC).</summary>
    public int KeepDays { get; set; } = 30;

    /// <summary>For how many months the last backup of each month is kept (UTC).</summary>
    public int KeepMonths { get; set; } = 12;

    /// <summary>Age from which the newest backup is too old: health is degraded and an alert goes out.</summary>
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Whether backups can be made at all.</summary>
    public bool IsEnabled => !string.IsNullOrWhiteSpace(Key) || !string.IsNullOrWhiteSpace(KeyFile);
}
