using Microsoft.Extensions.Logging;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>Makes a backup: objects first, each read back, then the manifest, which alone makes it one. Cut off, the next one goes on where it was.</summary>
internal sealed class BackupWriter(ILake lake, BackupStore store, BackupOptions options, string workFolder, TimeProvider time, ILogger logger)
{
    private const int Attempts = 5;

    public async Task<BackupReport> WriteAsync(IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        await store.Target.PrepareAsync(cancellationToken);
        await using var lease = await BackupLease.TakeAsync(store.Target, time, cancellationToken);
        using var folder = WorkFolder.Create(workFolder, $"backup-{Guid.NewGuid():N}", logger);
        var stored = await store.ObjectsAsync(cancellationToken);
        var capture = new LakeCapture(lake, store, await KnownAsync(cancellationToken), stored, folder.Path);
        var manifest = await TakeAsync(capture, lease, progress, cancellationToken);
        await store.WriteAsync(manifest, cancellationToken);
        var removed = await PruneAsync(stored, lease, cancellationToken);
        return new BackupReport(manifest, capture.NewObjects, capture.NewBytes, removed);
    }

    private async Task<BackupManifest> TakeAsync(
        LakeCapture capture, BackupLease lease, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var takenAt = time.GetUtcNow();
            var taken = await capture.TryTakeAsync(
                async done =>
                {
                    progress?.Report(done);
                    await lease.RenewAsync(cancellationToken);
                },
                cancellationToken);
            if (taken is var (snapshotId, entries))
            {
                return new BackupManifest { Id = BackupId.New(takenAt), TakenAt = takenAt, SnapshotId = snapshotId, Entries = entries };
            }
        }

        throw new BackupException(BackupFault.Restless, $"The lake published or removed snapshots during each of {Attempts} attempts to read it; nothing was lost.");
    }

    // What the newest backup knows by its version need not be read again. A backup that cannot be read only costs that time.
    private async Task<IReadOnlyDictionary<(LakeLayer, string), BackupEntry>> KnownAsync(CancellationToken cancellationToken)
    {
        if (await store.ListAsync(cancellationToken) is not [var newest, ..])
        {
            return new Dictionary<(LakeLayer, string), BackupEntry>();
        }

        try
        {
            return (await store.ReadAsync(newest, cancellationToken)).Entries.ToDictionary(e => (e.Layer, e.Key));
        }
        catch (BackupException e) when (e.Fault is BackupFault.Tampered or BackupFault.Missing)
        {
            logger.LogWarning(e, "The newest backup {BackupId} cannot be read; the whole lake is read instead.", newest);
            return new Dictionary<(LakeLayer, string), BackupEntry>();
        }
    }

    private async Task<IReadOnlyList<string>> PruneAsync(HashSet<string> stored, BackupLease lease, CancellationToken cancellationToken)
    {
        var ids = await store.ListAsync(cancellationToken);
        var kept = BackupRetention.Keep(ids, options, time.GetUtcNow());
        var removed = ids.Where(id => !kept.Contains(id)).ToList();
        if (removed.Count == 0)
        {
            return removed;
        }

        try
        {
            var used = new HashSet<string>(StringComparer.Ordinal);
            foreach (var id in kept)
            {
                used.UnionWith((await store.ReadAsync(id, cancellationToken)).Entries.Select(e => store.NameOf(e.Sha256)));
            }

            foreach (var id in removed)
            {
                await store.DeleteAsync(id, cancellationToken);
            }

            foreach (var name in stored.Where(name => !used.Contains(name)))
            {
                await store.DeleteObjectAsync(name, cancellationToken);
                await lease.RenewAsync(cancellationToken);
            }

            return removed;
        }
        catch (BackupException e)
        {
            logger.LogError(e, "Old backups were not removed, because one that is to be kept cannot be read: nothing is removed while that is so.");
            return [];
        }
    }
}
