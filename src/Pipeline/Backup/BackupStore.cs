using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>
/// Where backups are kept: sealed content as <c>objects/xx/name</c>, of which there is one per content, and <c>manifests/id</c>. A backup exists
/// when its manifest does.
/// </summary>
internal sealed class BackupStore(ILake target, BackupKey key)
{
    private const string Objects = "objects/";
    private const string Manifests = "manifests/";

    public ILake Target => target;

    /// <summary>Ids of all backups, newest first.</summary>
    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => ListAsync(target, cancellationToken);

    /// <summary>Ids of all backups, newest first; no key is needed to know them.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(ILake target, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        await foreach (var found in target.ListAsync(LakeLayer.Backup, Manifests, cancellationToken))
        {
            if (found.Key[Manifests.Length..] is var id && BackupId.TimeOf(id) is not null)
            {
                ids.Add(id);
            }
        }

        ids.Reverse();
        return ids;
    }

    /// <exception cref="BackupException">It is gone, damaged, or of another key.</exception>
    public async Task<BackupManifest> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var name = $"The list of backup {id}";
        await using var source = await target.OpenReadAsync(LakeLayer.Backup, Manifests + id, cancellationToken)
            ?? throw new BackupException(BackupFault.Missing, $"{name} is gone.");
        await using var content = await OpeningStream.OpenAsync(key, id, source, name, cancellationToken);
        return await LakeJson.ReadAsync<BackupManifest>(content, name, cancellationToken);
    }

    /// <summary>Writes a manifest and reads it back.</summary>
    public async Task WriteAsync(BackupManifest manifest, CancellationToken cancellationToken)
    {
        using var content = LakeJson.ToStream(manifest);
        using var closed = new MemoryStream();
        await Sealing.SealAsync(key, manifest.Id, content, closed, cancellationToken);
        closed.Position = 0;
        await target.PutAsync(LakeLayer.Backup, Manifests + manifest.Id, closed, cancellationToken);
        await ReadAsync(manifest.Id, cancellationToken);
    }

    /// <summary>Names of all objects.</summary>
    public async Task<HashSet<string>> ObjectsAsync(CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var found in target.ListAsync(LakeLayer.Backup, Objects, cancellationToken))
        {
            names.Add(found.Key[(found.Key.LastIndexOf('/') + 1)..]);
        }

        return names;
    }

    /// <summary>The name of content in this store.</summary>
    public string NameOf(string sha256) => key.NameOf(sha256);

    /// <summary>Encrypts content into a local file.</summary>
    public async Task<(string Sha256, long Size)> SealAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.Create(path);
            return await Sealing.SealAsync(key, SealedFormat.Object, content, file, cancellationToken);
        }
        catch (Exception e) when (FileFault.Is(e) && e is not BackupException)
        {
            throw FileFault.Explain(e, path);
        }
    }

    /// <summary>Stores a sealed file under its name and compares what is stored with it.</summary>
    public async Task PutAsync(string name, string path, CancellationToken cancellationToken)
    {
        var expected = await LakeFiles.HashAsync(path, cancellationToken);
        await target.UploadAsync(LakeLayer.Backup, KeyOf(name), path, cancellationToken);
        await using var stored = await target.OpenReadAsync(LakeLayer.Backup, KeyOf(name), cancellationToken);
        var actual = stored is null ? null : await Hashing.Sha256Async(stored, cancellationToken);
        if (actual != expected)
        {
            await target.DeleteAsync(LakeLayer.Backup, KeyOf(name), CancellationToken.None);
            throw new BackupException(BackupFault.Tampered, $"'{KeyOf(name)}' did not read back as it was written, and was removed again.");
        }
    }

    /// <summary>The content of an object.</summary>
    /// <exception cref="BackupException">It is gone, damaged, or of another key.</exception>
    public async Task<Stream> OpenAsync(BackupEntry entry, CancellationToken cancellationToken)
    {
        var name = DescribeOf(entry);
        var source = await target.OpenReadAsync(LakeLayer.Backup, KeyOf(NameOf(entry.Sha256)), cancellationToken)
            ?? throw new BackupException(BackupFault.Missing, $"{name} is gone.");
        try
        {
            return await OpeningStream.OpenAsync(key, SealedFormat.Object, source, name, cancellationToken);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    public Task DeleteObjectAsync(string name, CancellationToken cancellationToken) =>
        target.DeleteAsync(LakeLayer.Backup, KeyOf(name), cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        target.DeleteAsync(LakeLayer.Backup, Manifests + id, cancellationToken);

    /// <summary>What to call an object in an error: what it holds, and where it lies.</summary>
    public string DescribeOf(BackupEntry entry) => $"The copy of '{entry.Key}' of the {entry.Layer} layer ({KeyOf(NameOf(entry.Sha256))})";

    private static string KeyOf(string name) => $"{Objects}{name[..2]}/{name}";
}
