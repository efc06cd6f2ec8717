namespace NovaCorrente.Pipeline.Backup;

/// <summary>Backups of the lake. All members may throw <see cref="BackupException"/> and <see cref="Lake.LakeException"/>.</summary>
public interface IBackups
{
    /// <summary>Makes a backup. Only objects whose content is not stored yet travel.</summary>
    Task<BackupReport> BackUpAsync(IProgress<BackupProgress>? progress, CancellationToken cancellationToken);

    /// <summary>When the newest backup was made; null when there is none. Needs no key.</summary>
    Task<DateTimeOffset?> NewestAsync(CancellationToken cancellationToken);

    /// <summary>All backups, newest first.</summary>
    Task<IReadOnlyList<BackupManifest>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Reads and decrypts all that backups consist of.</summary>
    /// <param name="at">One backup, as <see cref="RestoreRequest.At"/> names it; null for all.</param>
    /// <param name="progress">Is told of every object.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<BackupVerification> VerifyAsync(string? at, IProgress<BackupProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Makes a lake what it was. Stopped in the middle, calling again goes on.</summary>
    Task<RestoreReport> RestoreAsync(RestoreRequest request, IProgress<BackupProgress>? progress, CancellationToken cancellationToken);
}

/// <summary>What to restore.</summary>
/// <param name="At">An id; a time, which stands for the last backup before it; or <c>latest</c>.</param>
/// <param name="LakeFolder">Folder of the lake to restore into; null for the lake of the settings.</param>
/// <param name="Replace">Whether a lake that holds other things may be replaced.</param>
public sealed record RestoreRequest(string At, string? LakeFolder = null, bool Replace = false);
