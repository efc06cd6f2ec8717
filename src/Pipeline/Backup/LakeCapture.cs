using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Pipeline.Transforms;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>
/// Copies the lake as of one moment, while it may be written to. What refers to other objects is read first: everything that it refers to is there by
/// then and never changes. Snapshots that retention removes meanwhile are left out, and if the current one is among them, all of it is done again.
/// </summary>
internal sealed class LakeCapture(
    ILake lake, BackupStore store, IReadOnlyDictionary<(LakeLayer, string), BackupEntry> known, HashSet<string> stored, string workFolder)
{
    private static readonly (LakeLayer Layer, string Prefix)[] References =
        [(LakeLayer.Gold, SnapshotKeys.Pointer), (LakeLayer.Silver, BuildState.Key), (LakeLayer.Bronze, "sources/")];

    private static readonly LakeLayer[] Layers = [LakeLayer.Bronze, LakeLayer.Silver, LakeLayer.Gold];
    private readonly PointerFile _pointer = new(lake);
    private readonly Dictionary<(LakeLayer, string), BackupEntry> _entries = [];

    /// <summary>Objects that had to travel, so far.</summary>
    public int NewObjects { get; private set; }

    /// <summary>Their size before encryption.</summary>
    public long NewBytes { get; private set; }

    /// <summary>Copies everything that is not stored yet.</summary>
    /// <returns>The current snapshot and all entries, or null when the lake changed too much meanwhile.</returns>
    public async Task<(string? SnapshotId, IReadOnlyList<BackupEntry> Entries)?> TryTakeAsync(
        Func<BackupProgress, Task> progress, CancellationToken cancellationToken)
    {
        _entries.Clear();
        var pointer = await _pointer.ReadAsync(cancellationToken);
        foreach (var (layer, prefix) in References)
        {
            foreach (var found in await ListAsync(layer, prefix, cancellationToken))
            {
                await CopyAsync(layer, found, cancellationToken);
            }
        }

        if (await _pointer.TagAsync(cancellationToken) != pointer.Tag)
        {
            return null;
        }

        var rest = new List<(LakeLayer Layer, LakeObject Found)>();
        foreach (var layer in Layers)
        {
            rest.AddRange((await ListAsync(layer, "", cancellationToken)).Where(o => !_entries.ContainsKey((layer, o.Key))).Select(o => (layer, o)));
        }

        for (var i = 0; i < rest.Count; i++)
        {
            await CopyAsync(rest[i].Layer, rest[i].Found, cancellationToken);
            await progress(new BackupProgress(i + 1, rest.Count, rest[i].Found.Key));
        }

        var published = await PublishedAsync(cancellationToken);
        var entries = _entries.Values
            .Where(e => e.Layer is not LakeLayer.Gold || SnapshotKeys.IdOf(e.Key) is not { } id || published.Contains(id))
            .OrderBy(e => e.Layer).ThenBy(e => e.Key, LakeKey.Order)
            .ToList();
        return pointer.Pointer is null || published.Contains(pointer.Pointer.Id) ? (pointer.Pointer?.Id, entries) : null;
    }

    // A snapshot is removed from its manifest on, so one whose manifest is there at the end was whole all the time.
    private async Task<HashSet<string>> PublishedAsync(CancellationToken cancellationToken) =>
        [.. (await ListAsync(LakeLayer.Gold, SnapshotKeys.Folder, cancellationToken))
            .Select(o => SnapshotKeys.IdOf(o.Key) is { } id && o.Key == SnapshotKeys.Manifest(id) ? id : null)
            .OfType<string>()
            .Where(id => _entries.ContainsKey((LakeLayer.Gold, SnapshotKeys.Manifest(id))))];

    private async Task CopyAsync(LakeLayer layer, LakeObject found, CancellationToken cancellationToken)
    {
        if (known.GetValueOrDefault((layer, found.Key)) is { } before && before.Tag == found.Tag && before.Size == found.Size
            && stored.Contains(store.NameOf(before.Sha256)))
        {
            _entries[(layer, found.Key)] = before;
            return;
        }

        await using var content = await lake.OpenReadAsync(layer, found.Key, cancellationToken);
        if (content is null)
        {
            return;
        }

        var path = Path.Combine(workFolder, "sealed");
        var (sha256, size) = await store.SealAsync(content, path, cancellationToken);
        var name = store.NameOf(sha256);
        if (!stored.Contains(name))
        {
            await store.PutAsync(name, path, cancellationToken);
            stored.Add(name);
            NewObjects++;
            NewBytes += size;
        }

        // With the tag of the list: had it changed since, the next backup would see another one and read it again.
        _entries[(layer, found.Key)] = new BackupEntry(layer, found.Key, size, sha256, found.Tag);
    }

    private async Task<IReadOnlyList<LakeObject>> ListAsync(LakeLayer layer, string prefix, CancellationToken cancellationToken)
    {
        var objects = new List<LakeObject>();
        await foreach (var found in lake.ListAsync(layer, prefix, cancellationToken))
        {
            objects.Add(found);
        }

        return objects;
    }
}
