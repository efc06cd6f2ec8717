using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NovaCorrente.Pipeline.Telemetry;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>Keeps the record of one run: every change is written to the run log, announced, and told to who waits for the run.</summary>
/// <param name="stopping">Cancelled when no further step is to begin.</param>
internal sealed class RunJournal(
    RunRecord run,
    IRunLog log,
    IPipelineEvents events,
    IProgress<RunRecord>? progress,
    IRunProbe probe,
    TimeProvider time,
    ILogger logger,
    CancellationToken stopping = default)
{
    /// <summary>The record as it stands.</summary>
    public RunRecord Run { get; private set; } = run;

    /// <summary>Does one step of the run and records how it went.</summary>
    /// <exception cref="RunStoppedException">The run is to end, so the step was not begun.</exception>
    public async Task StepAsync(string name, RunStage stage, Func<StepScope, Task> work, CancellationToken cancellationToken)
    {
        if (stopping.IsCancellationRequested)
        {
            throw new RunStoppedException(name);
        }

        var step = new RunStep(name, stage, StepState.Running, time.GetUtcNow(), null, null, null, null);
        await UpdateAsync(r => r with { Steps = [.. r.Steps, step] }, cancellationToken);
        var scope = new StepScope();
        using var activity = PipelineTelemetry.StartStep(name, stage);
        try
        {
            await probe.ReachedAsync(name, cancellationToken);
            await work(scope);
        }
        catch (Exception e)
        {
            await EndAsync(step with { State = StepState.Failed, Note = e is OperationCanceledException ? "Stopped on request." : e.Message }, scope, activity);
            throw;
        }

        await EndAsync(step with { State = StepState.Succeeded, Note = scope.Note }, scope, activity);
    }

    /// <summary>Records a step that there was no need to do.</summary>
    public Task SkipAsync(string name, RunStage stage, long? rows, string note, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return UpdateAsync(r => r with { Steps = [.. r.Steps, new RunStep(name, stage, StepState.Skipped, now, now, null, rows, note)] }, cancellationToken);
    }

    /// <summary>Changes the record.</summary>
    public async Task UpdateAsync(Func<RunRecord, RunRecord> change, CancellationToken cancellationToken)
    {
        Run = change(Run);
        await log.SaveAsync(Run, cancellationToken);
        await TellAsync(cancellationToken);
    }

    /// <summary>Changes the record for the last time. A lake that fails now must not hide how the run ended.</summary>
    public async Task CloseAsync(Func<RunRecord, RunRecord> change)
    {
        Run = change(Run);
        try
        {
            await log.SaveAsync(Run, CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            logger.LogError(e, "Run {RunId} ended as {State}, which could not be written to the run log.", Run.Id, Run.State);
        }

        await TellAsync(CancellationToken.None);
    }

    private Task EndAsync(RunStep ended, StepScope scope, Activity? activity)
    {
        ended = ended with { FinishedAt = time.GetUtcNow(), RowsIn = scope.RowsIn, RowsOut = scope.RowsOut };
        PipelineTelemetry.EndStep(activity, ended);
        RunRecord Change(RunRecord r) => r with { Steps = [.. r.Steps.SkipLast(1), ended] };
        return ended.State is StepState.Failed ? CloseAsync(Change) : UpdateAsync(Change, CancellationToken.None);
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        progress?.Report(Run);
        await events.RunChangedAsync(Run, cancellationToken);
    }
}
