using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>One backup: the objects that the lake consisted of at one moment.</summary>
public sealed record BackupManifest
{
    /// <summary>Identity: UTC time and a random part, for example <c>20260102T051500000Z-1f3a9c2e</c>; sorts by time.</summary>
    public required string Id { get; init; }

    /// <summary>The moment, UTC.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The snapshot that was current; null where none was published.</summary>
    public required string? SnapshotId { get; init; }

    /// <summary>All objects, by layer and key.</summary>
    public required IReadOnlyList<BackupEntry> Entries { get; init; }
}

/// <summary>One object of a backup.</summary>
/// <param name="Layer">Its layer.</param>
/// <param name="Key">Its key within the layer.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hexadecimal.</param>
/// <param name="Tag">Its version in the lake, by which the next backup sees that it has not changed.</param>
public sealed record BackupEntry(LakeLayer Layer, string Key, long Size, string Sha256, string Tag);
