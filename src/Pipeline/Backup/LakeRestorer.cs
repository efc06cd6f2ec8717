using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>
/// Makes the lake what a backup says. The pointer goes first and comes last, so that no reader meets a mixture; cut off, the next attempt goes on
/// where it was.
/// </summary>
internal sealed class LakeRestorer(ILake lake, BackupStore store, IRunLock runLock)
{
    private static readonly LakeLayer[] Layers = [LakeLayer.Bronze, LakeLayer.Silver, LakeLayer.Gold];

    /// <param name="manifest">The backup.</param>
    /// <param name="replace">Whether a lake that holds other things may be replaced.</param>
    /// <param name="progress">Is told of every object.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="BackupException">The backup is not whole, or the lake is not empty.</exception>
    /// <exception cref="RunInProgressException">A run works on the lake.</exception>
    public async Task<RestoreReport> RestoreAsync(
        BackupManifest manifest, bool replace, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        await RequireObjectsAsync(manifest, cancellationToken);
        await lake.PrepareAsync(cancellationToken);
        await using var lease = await runLock.TryAcquireAsync(cancellationToken) ?? throw new RunInProgressException(runId: null);
        var present = await PresentAsync(cancellationToken);
        var removed = await ClearAsync(manifest, present, replace, cancellationToken);

        var (written, kept, done) = (0, 0, 0);
        foreach (var entry in manifest.Entries.OrderBy(IsPointer))
        {
            if (present.GetValueOrDefault((entry.Layer, entry.Key)) == entry.Size && await IsSameAsync(entry, cancellationToken))
            {
                kept++;
            }
            else
            {
                await WriteAsync(entry, cancellationToken);
                written++;
            }

            progress?.Report(new BackupProgress(++done, manifest.Entries.Count, entry.Key));
        }

        return new RestoreReport(manifest, written, kept, removed, await ChecksumAsync(manifest, cancellationToken));
    }

    // Before anything is touched: half a backup must not cost what is still there.
    private async Task RequireObjectsAsync(BackupManifest manifest, CancellationToken cancellationToken)
    {
        var stored = await store.ObjectsAsync(cancellationToken);
        if (manifest.Entries.FirstOrDefault(e => !stored.Contains(store.NameOf(e.Sha256))) is { } missing)
        {
            throw new BackupException(BackupFault.Missing, $"{store.DescribeOf(missing)} is gone. Nothing was changed; choose another backup.");
        }
    }

    private async Task<Dictionary<(LakeLayer, string), long?>> PresentAsync(CancellationToken cancellationToken)
    {
        var present = new Dictionary<(LakeLayer, string), long?>();
        foreach (var layer in Layers)
        {
            await foreach (var found in lake.ListAsync(layer, "", cancellationToken))
            {
                present[(layer, found.Key)] = found.Size;
            }
        }

        return present;
    }

    private async Task<int> ClearAsync(
        BackupManifest manifest, Dictionary<(LakeLayer, string), long?> present, bool replace, CancellationToken cancellationToken)
    {
        var wanted = manifest.Entries.Select(e => (e.Layer, e.Key)).ToHashSet();
        var others = present.Keys.Where(p => !wanted.Contains(p)).ToList();
        var pointer = (LakeLayer.Gold, SnapshotKeys.Pointer);
        if (!replace && (others.Count > 0 || present.ContainsKey(pointer)))
        {
            throw new BackupException(
                BackupFault.NotEmpty, $"The lake holds {present.Count} objects already. Restore into an empty one, or say --replace to lose what it holds.");
        }

        await lake.DeleteAsync(pointer.Gold, pointer.Pointer, cancellationToken);
        present.Remove(pointer);
        foreach (var (layer, key) in others)
        {
            await lake.DeleteAsync(layer, key, cancellationToken);
        }

        return others.Count;
    }

    private async Task<bool> IsSameAsync(BackupEntry entry, CancellationToken cancellationToken)
    {
        await using var content = await lake.OpenReadAsync(entry.Layer, entry.Key, cancellationToken);
        return content is not null && await Hashing.Sha256Async(content, cancellationToken) == entry.Sha256;
    }

    private async Task WriteAsync(BackupEntry entry, CancellationToken cancellationToken)
    {
        await using (var content = await store.OpenAsync(entry, cancellationToken))
        {
            await lake.PutAsync(entry.Layer, entry.Key, content, cancellationToken);
        }

        if (!await IsSameAsync(entry, cancellationToken))
        {
            await lake.DeleteAsync(entry.Layer, entry.Key, CancellationToken.None);
            throw new BackupException(BackupFault.Tampered, $"{store.DescribeOf(entry)} holds the content of something else.");
        }
    }

    private async Task<string?> ChecksumAsync(BackupManifest manifest, CancellationToken cancellationToken)
    {
        if (await new SnapshotStore(lake).GetCurrentAsync(cancellationToken) is not { } current)
        {
            return null;
        }

        var restored = manifest.Entries.Where(e => e.Layer is LakeLayer.Gold).ToDictionary(e => e.Key, e => e.Sha256, StringComparer.Ordinal);
        return current.Tables.FirstOrDefault(t => restored.GetValueOrDefault(t.Key) != t.Sha256) is { } wrong
            ? throw new BackupException(BackupFault.Tampered, $"'{wrong.Key}' of the restored snapshot is not what was published.")
            : current.Checksum;
    }

    private static bool IsPointer(BackupEntry entry) => entry is { Layer: LakeLayer.Gold, Key: SnapshotKeys.Pointer };
}
