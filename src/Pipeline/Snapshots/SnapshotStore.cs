using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Snapshots;

/// <summary>Snapshots as the gold layer of the lake holds them.</summary>
internal sealed class SnapshotStore(ILake lake) : ISnapshotStore
{
    private readonly PointerFile _pointer = new(lake);

    public async Task<SnapshotManifest?> GetCurrentAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var version = await _pointer.ReadAsync(cancellationToken);
            if (version.Pointer is null)
            {
                return null;
            }

            if (await ReadManifestAsync(version.Pointer.Id, cancellationToken) is { } manifest)
            {
                return manifest;
            }

            // Retention may have taken it between the two reads, but only after the pointer had moved on.
            if (await _pointer.TagAsync(cancellationToken) == version.Tag)
            {
                throw new LakeException(LakeFault.Missing, $"The current snapshot {version.Pointer.Id} has no manifest in the lake.");
            }
        }
    }

    public async Task<SnapshotManifest?> GetAsync(string id, CancellationToken cancellationToken)
    {
        var version = await _pointer.ReadAsync(cancellationToken);
        var manifest = SnapshotKeys.IsId(id) ? await ReadManifestAsync(id, cancellationToken) : null;
        return IsPublished(manifest, version.Pointer) ? manifest : null;
    }

    public async Task<IReadOnlyList<SnapshotManifest>> ListAsync(CancellationToken cancellationToken)
    {
        var version = await _pointer.ReadAsync(cancellationToken);
        var manifests = new List<SnapshotManifest>();
        await foreach (var found in lake.ListAsync(LakeLayer.Gold, SnapshotKeys.Folder, cancellationToken))
        {
            if (SnapshotKeys.IdOf(found.Key) is { } id && found.Key == SnapshotKeys.Manifest(id)
                && await ReadManifestAsync(id, cancellationToken) is { } manifest && IsPublished(manifest, version.Pointer))
            {
                manifests.Add(manifest);
            }
        }

        return [.. manifests.OrderByDescending(m => m.Number)];
    }

    public Task DownloadAsync(SnapshotTable table, string path, CancellationToken cancellationToken) =>
        lake.DownloadAsync(LakeLayer.Gold, table.Key, table.Sha256, path, cancellationToken);

    private static bool IsPublished(SnapshotManifest? manifest, SnapshotPointer? pointer) =>
        manifest is not null && pointer is not null && manifest.Number <= pointer.LastNumber;

    private Task<SnapshotManifest?> ReadManifestAsync(string id, CancellationToken cancellationToken) =>
        lake.ReadJsonAsync<SnapshotManifest>(LakeLayer.Gold, SnapshotKeys.Manifest(id), cancellationToken);
}
