namespace NovaCorrente.Pipeline.Lake;

/// <summary>
/// Where files are kept: an object store seen as four layers of keys. Content travels as streams; a file is never held in memory whole.
/// </summary>
/// <remarks>
/// Keys use <c>/</c> and are valid in every lake. All members may throw <see cref="LakeException"/>, which names what is wrong
/// (unreachable, wrong credentials, absent bucket, full, locked) in a sentence that can be shown to an operator.
/// </remarks>
public interface ILake
{
    /// <summary>Makes the layers where they do not exist and proves that they can be written.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Opens an object for reading, or returns null when there is none. The caller disposes of it.</summary>
    Task<Stream?> OpenReadAsync(LakeLayer layer, string key, CancellationToken cancellationToken);

    /// <summary>Size, change time and version tag of an object, or null when there is none.</summary>
    Task<LakeObject?> FindAsync(LakeLayer layer, string key, CancellationToken cancellationToken);

    /// <summary>Writes an object, replacing one of the same key. Readers see the old one or the new one, never a part.</summary>
    Task<LakeObject> PutAsync(LakeLayer layer, string key, Stream content, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a small object only if the stored version is still <paramref name="expectedTag"/>, or, with null, only if there is none.
    /// Of several at once, exactly one wins.
    /// </summary>
    /// <returns>The written object, or null when another writer was first.</returns>
    Task<LakeObject?> PutIfUnchangedAsync(LakeLayer layer, string key, string? expectedTag, Stream content, CancellationToken cancellationToken);

    /// <summary>All objects whose key starts with a prefix, in key order.</summary>
    IAsyncEnumerable<LakeObject> ListAsync(LakeLayer layer, string prefix, CancellationToken cancellationToken);

    /// <summary>Removes an object; removing one that does not exist is no error.</summary>
    Task DeleteAsync(LakeLayer layer, string key, CancellationToken cancellationToken);
}

/// <summary>The layers of the lake; each is a bucket or a folder.</summary>
public enum LakeLayer
{
    /// <summary>Source files byte for byte.</summary>
    Bronze,

    /// <summary>Cleaned rows and the quarantine.</summary>
    Silver,

    /// <summary>Published snapshots, the pointer to the current one, and the run log.</summary>
    Gold,

    /// <summary>Encrypted backups.</summary>
    Backup,
}

/// <summary>What a lake knows of an object without reading it.</summary>
/// <param name="Key">Its key within the layer.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedAt">When it was last written.</param>
/// <param name="Tag">An opaque version tag that changes with every write of other content.</param>
public sealed record LakeObject(string Key, long Size, DateTimeOffset ModifiedAt, string Tag);
