using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>Rolls gold back under the lock of runs, with a record as a run has it.</summary>
internal sealed class GoldRollback(
    PipelineDefinition definition,
    ILake lake,
    ISnapshotStore snapshots,
    RunRecovery recovery,
    IRunLock runLock,
    IRunLog log,
    IPipelineEvents events,
    IRunProbe probe,
    IOptions<PipelineOptions> options,
    TimeProvider time,
    ILogger<GoldRollback> logger) : IGoldRollback
{
    private readonly PointerFile _pointer = new(lake);

    public async Task<RunRecord> RollBackAsync(string snapshotId, string? requestedBy, CancellationToken cancellationToken)
    {
        await lake.PrepareAsync(cancellationToken);
        await using var lease = await runLock.AcquireAsync(log, cancellationToken);
        await recovery.RecoverAsync(cancellationToken);

        var fence = await _pointer.ReadAsync(cancellationToken);
        var target = await snapshots.GetAsync(snapshotId, cancellationToken) ?? throw new SnapshotNotFoundException(snapshotId);
        if (fence.Pointer!.Id == target.Id)
        {
            throw new SnapshotAlreadyCurrentException(target.Id);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        var isMoved = false;
        var journal = new RunJournal(NewRecord(fence.Pointer.Id, requestedBy), log, events, progress: null, probe, time, logger);
        try
        {
            await journal.UpdateAsync(r => r, stop.Token);
            var refresh = await ExecuteAsync(target, fence, journal, () => isMoved = true, stop.Token);
            logger.LogWarning("Gold was rolled back from {FromId} to {SnapshotId} by {By}", fence.Pointer.Id, target.Id, requestedBy ?? "an unnamed operator");
            await journal.CloseAsync(r => r with { State = RunState.Succeeded, FinishedAt = time.GetUtcNow() });
            await events.SnapshotPublishedAsync(refresh, CancellationToken.None);
            return journal.Run;
        }
        catch (Exception e) when (!isMoved)
        {
            // Once the pointer has moved, a record that could not be written is left to the recovery, which asks the pointer.
            var state = e is OperationCanceledException ? RunState.Aborted : RunState.Failed;
            await journal.CloseAsync(r => r with { State = state, FinishedAt = time.GetUtcNow(), Reason = $"Gold was not rolled back. {e.Message}" });
            throw;
        }
    }

    private RunRecord NewRecord(string fromId, string? requestedBy)
    {
        var now = time.GetUtcNow();
        return new RunRecord
        {
            Id = RunId.New(now),
            Trigger = RunTrigger.Rollback,
            RequestedBy = requestedBy,
            State = RunState.Running,
            StartedAt = now,
            RolledBackId = fromId,
        };
    }

    private async Task<SnapshotManifest> ExecuteAsync(
        SnapshotManifest target, PointerVersion fence, RunJournal journal, Action onMoved, CancellationToken cancellationToken)
    {
        var from = await snapshots.GetAsync(fence.Pointer!.Id, cancellationToken);
        var held = await HeldInputsAsync(target, isForward: from is not null && from.Number < target.Number, cancellationToken);
        using var folder = WorkFolder.Create(options.Value.WorkFolder, journal.Run.Id, logger);
        var comparison = new SnapshotComparison(definition, snapshots, options.Value, folder.Path);

        // What becomes current is read first to its last byte: a rollback must not make things worse.
        await journal.StepAsync("verify", RunStage.Publish, _ => comparison.FetchAsync(target, cancellationToken), cancellationToken);
        SnapshotManifest refresh = null!;
        await journal.StepAsync("compare", RunStage.Publish, async _ => refresh = await comparison.ChangesAsync(from, target, cancellationToken), cancellationToken);
        await journal.StepAsync("publish", RunStage.Publish, async step =>
        {
            await probe.ReachedAsync("pointer", cancellationToken);
            var rollback = new PointerRollback(journal.Run.Id, fence.Pointer.Id, journal.Run.RequestedBy, held);
            var moved = new SnapshotPointer(target.Id, fence.Pointer.LastNumber, time.GetUtcNow(), rollback);
            if (!await _pointer.TryMoveAsync(fence, moved, cancellationToken))
            {
                throw new RunInProgressException(runId: null);
            }

            onMoved();
            await probe.ReachedAsync("pointed", CancellationToken.None);
            step.Note = $"Snapshot {target.Number} is current again.";
            await journal.UpdateAsync(r => r with { SnapshotId = target.Id, Reason = $"Rolled back from snapshot {fence.Pointer.Id} to {target.Id}." }, CancellationToken.None);
        }, cancellationToken);
        return refresh;
    }

    // Everything that runs were made of since the target was published. Going forward again, what led to the target itself is welcome.
    private async Task<IReadOnlyList<string>> HeldInputsAsync(SnapshotManifest target, bool isForward, CancellationToken cancellationToken)
    {
        var runs = await log.ListAsync(cancellationToken);
        var own = runs.FirstOrDefault(r => r.Id == target.RunId)?.InputsHash;
        return [.. runs.Where(r => string.CompareOrdinal(r.Id, target.RunId) > 0)
            .Select(r => r.InputsHash)
            .OfType<string>()
            .Where(inputs => !isForward || inputs != own)
            .Distinct(StringComparer.Ordinal)];
    }
}
