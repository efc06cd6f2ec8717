namespace NovaCorrente.Pipeline.Backup;

/// <summary>How far a work over many objects has come.</summary>
/// <param name="Done">Objects done.</param>
/// <param name="Total">Objects in all.</param>
/// <param name="Key">The object that was done last.</param>
public readonly record struct BackupProgress(int Done, int Total, string Key);

/// <summary>What making a backup came to.</summary>
/// <param name="Manifest">The backup.</param>
/// <param name="NewObjects">Objects that had to travel.</param>
/// <param name="NewBytes">Their size before encryption.</param>
/// <param name="Removed">Backups that had their time.</param>
public sealed record BackupReport(BackupManifest Manifest, int NewObjects, long NewBytes, IReadOnlyList<string> Removed);

/// <summary>What checking backups came to.</summary>
/// <param name="Backups">Backups looked at.</param>
/// <param name="Objects">Objects read, decrypted and compared.</param>
/// <param name="Bytes">Their size.</param>
/// <param name="Problems">What is wrong, each in a sentence; empty when all of them can be restored.</param>
public sealed record BackupVerification(IReadOnlyList<string> Backups, int Objects, long Bytes, IReadOnlyList<BackupException> Problems);

/// <summary>What restoring came to.</summary>
/// <param name="Manifest">The backup.</param>
/// <param name="Written">Objects written.</param>
/// <param name="Kept">Objects that were there already.</param>
/// <param name="Removed">Objects that did not belong there.</param>
/// <param name="Checksum">Checksum of the current snapshot; null where there is none.</param>
public sealed record RestoreReport(BackupManifest Manifest, int Written, int Kept, int Removed, string? Checksum);
