using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>
/// Puts in order what a crash left behind: runs that never ended are closed, files of snapshots that were never published and work folders go.
/// Only the holder of the run lock may call it.
/// </summary>
internal sealed class RunRecovery(
    ILake lake, IRunLog log, IPipelineEvents events, IOptions<PipelineOptions> options, TimeProvider time, ILogger<RunRecovery> logger)
{
    private readonly PointerFile _pointer = new(lake);

    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        await lake.PrepareAsync(cancellationToken);
        WorkFolder.RemoveLeftovers(options.Value.WorkFolder, logger);
        await CloseRunsAsync(cancellationToken);
        await RemoveUnpublishedAsync(cancellationToken);
    }

    private async Task CloseRunsAsync(CancellationToken cancellationToken)
    {
        var open = (await log.ListAsync(cancellationToken)).Where(r => r.State is RunState.Queued or RunState.Running).ToList();
        foreach (var run in open)
        {
            var now = time.GetUtcNow();
            var published = await SnapshotOfAsync(run, cancellationToken);
            var step = run.Steps is [.., var last] ? last.Name : "its first step";
            var aborted = run with
            {
                State = RunState.Aborted,
                FinishedAt = now,
                SnapshotId = published,
                Reason = published is null
                    ? $"It was cut off at {step}; the snapshot that was current stays current."
                    : $"It was cut off at {step}, after it had made snapshot {published} current.",
                Steps = [.. run.Steps.Select(s => s.State is StepState.Running ? s with { State = StepState.Failed, FinishedAt = now, Note = "Cut off." } : s)],
            };
            await log.SaveAsync(aborted, cancellationToken);
            await events.RunChangedAsync(aborted, cancellationToken);
            logger.LogWarning("Run {RunId} never ended and was closed: {Reason}", run.Id, aborted.Reason);
        }
    }

    // The pointer is what counts: it tells which run, or which rollback, moved it last.
    private async Task<string?> SnapshotOfAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if ((await _pointer.ReadAsync(cancellationToken)).Pointer is not { } pointer)
        {
            return null;
        }

        var mover = pointer.Rollback?.RunId
            ?? (await lake.ReadJsonAsync<SnapshotManifest>(LakeLayer.Gold, SnapshotKeys.Manifest(pointer.Id), cancellationToken))?.RunId;
        return mover == run.Id ? pointer.Id : null;
    }

    private async Task RemoveUnpublishedAsync(CancellationToken cancellationToken)
    {
        var since = await _pointer.ReadAsync(cancellationToken);
        var unpublished = await UnpublishedAsync(since.Pointer?.LastNumber ?? 0, cancellationToken);

        // A run that has lost the lock may not know it yet, and be about to make one of these current. From here on it can't.
        if (unpublished.Count > 0 && !await _pointer.TryFenceAsync(since, cancellationToken))
        {
            logger.LogWarning("A snapshot was made current by a run that had lost its lock; what was never published is removed before the next run.");
            return;
        }

        foreach (var id in unpublished)
        {
            await lake.RemoveSnapshotAsync(id, cancellationToken);
            logger.LogWarning("Snapshot {SnapshotId} was never published; its files were removed.", id);
        }
    }

    private async Task<IReadOnlyCollection<string>> UnpublishedAsync(long lastNumber, CancellationToken cancellationToken)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        var published = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var found in lake.ListAsync(LakeLayer.Gold, SnapshotKeys.Folder, cancellationToken))
        {
            if (SnapshotKeys.IdOf(found.Key) is { } id)
            {
                folders.Add(id);
                if (found.Key == SnapshotKeys.Manifest(id)
                    && await lake.ReadJsonAsync<SnapshotManifest>(LakeLayer.Gold, found.Key, cancellationToken) is { } manifest && manifest.Number <= lastNumber)
                {
                    published.Add(id);
                }
            }
        }

        folders.ExceptWith(published);
        return folders;
    }
}
