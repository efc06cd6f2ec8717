using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>Backups by the settings. The key is read each time, so that it can be replaced without a restart.</summary>
internal sealed class Backups(
    ILake lake, IRunLock runLock, IOptions<BackupOptions> options, IOptions<PipelineOptions> pipeline, TimeProvider time, ILogger<Backups> logger) : IBackups
{
    /// <summary>The word for the newest backup.</summary>
    public const string Latest = "latest";

    private readonly ILake _target = string.IsNullOrWhiteSpace(options.Value.Folder) ? lake : new DirectoryLake(options.Value.Folder, time);

    public Task<BackupReport> BackUpAsync(IProgress<BackupProgress>? progress, CancellationToken cancellationToken) =>
        new BackupWriter(lake, OpenStore(), options.Value, pipeline.Value.WorkFolder, time, logger).WriteAsync(progress, cancellationToken);

    public async Task<DateTimeOffset?> NewestAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await BackupStore.ListAsync(_target, cancellationToken) is [var newest, ..] ? BackupId.TimeOf(newest) : null;
        }
        catch (LakeException e) when (e.Fault is LakeFault.Missing)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<BackupManifest>> ListAsync(CancellationToken cancellationToken)
    {
        var store = OpenStore();
        var manifests = new List<BackupManifest>();
        foreach (var id in await store.ListAsync(cancellationToken))
        {
            manifests.Add(await store.ReadAsync(id, cancellationToken));
        }

        return manifests;
    }

    public async Task<BackupVerification> VerifyAsync(string? at, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        var store = OpenStore();
        var ids = at is null ? await store.ListAsync(cancellationToken) : [await FindAsync(store, at, cancellationToken)];
        return await new BackupVerifier(store).VerifyAsync(ids, progress, cancellationToken);
    }

    public async Task<RestoreReport> RestoreAsync(RestoreRequest request, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        var store = OpenStore();
        var manifest = await store.ReadAsync(await FindAsync(store, request.At, cancellationToken), cancellationToken);
        var restorer = request.LakeFolder is { } folder
            ? new LakeRestorer(new DirectoryLake(folder, time), store, new FileRunLock(folder))
            : new LakeRestorer(lake, store, runLock);
        return await restorer.RestoreAsync(manifest, request.Replace, progress, cancellationToken);
    }

    private static async Task<string> FindAsync(BackupStore store, string at, CancellationToken cancellationToken)
    {
        var ids = await store.ListAsync(cancellationToken);
        if (ids.Count == 0)
        {
            throw new BackupException(BackupFault.NotFound, "There are no backups here.");
        }

        if (at == Latest)
        {
            return ids[0];
        }

        if (BackupId.TimeOf(at) is not null)
        {
            return ids.Contains(at) ? at : throw new BackupException(BackupFault.NotFound, $"There is no backup {at}; the newest is {ids[0]}.");
        }

        if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            throw new BackupException(BackupFault.NotFound, $"'{at}' is neither the id of a backup nor a time such as 2026-10-31T12:00:00Z.");
        }

        return ids.FirstOrDefault(id => BackupId.TimeOf(id) <= time)
            ?? throw new BackupException(BackupFault.NotFound, $"There is no backup from before {time:u}; the oldest is {ids[^1]}.");
    }

    private BackupStore OpenStore() => new(_target, BackupKey.Load(options.Value));
}
