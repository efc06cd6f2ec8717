using DuckDB.NET.Data;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Pipeline.Sources;
using NovaCorrente.Pipeline.Telemetry;
using NovaCorrente.Pipeline.Transforms;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>Starts runs one at a time, and sees to it that each ends with a record, whatever happens in it.</summary>
internal sealed class PipelineRunner(
    PipelineDefinition definition,
    IBronze bronze,
    ILake lake,
    ISnapshotStore snapshots,
    SnapshotPublisher publisher,
    Housekeeping housekeeping,
    RunRecovery recovery,
    IRunLock runLock,
    IRunLog log,
    IPipelineEvents events,
    IEnumerable<ISnapshotConsumer> consumers,
    IRunProbe probe,
    IOptions<PipelineOptions> options,
    IOptions<TransformSettings> settings,
    TimeProvider time,
    ILogger<PipelineRunner> logger) : IPipelineRunner, IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _outOfTime = new();
    private Task _running = Task.CompletedTask;

    public async Task<RunRecord> StartAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var stop = NewStop(CancellationToken.None);
        var journal = NewJournal(request, progress: null, stop);
        if (await TryAcceptAsync(journal, cancellationToken) is not { } lease)
        {
            stop.Dispose();
            return journal.Run;
        }

        var accepted = journal.Run;

        // From here on the run belongs to the runner, not to who asked for it.
        _ = ExecuteAsync(request, lease, journal, stop);
        return accepted;
    }

    public async Task<RunRecord> RunAsync(RunRequest request, IProgress<RunRecord>? progress, CancellationToken cancellationToken)
    {
        var stop = NewStop(cancellationToken);
        var journal = NewJournal(request, progress, stop);
        if (await TryAcceptAsync(journal, cancellationToken) is not { } lease)
        {
            stop.Dispose();
            return journal.Run;
        }

        return await ExecuteAsync(request, lease, journal, stop);
    }

    /// <summary>Closes what a crash left open, unless a run of another process is alive or nobody can tell. The next run does so, too.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        await lake.PrepareAsync(cancellationToken);
        try
        {
            await using var lease = await runLock.TryAcquireAsync(cancellationToken);
            if (lease is not null)
            {
                await recovery.RecoverAsync(cancellationToken);
            }
        }
        catch (RunLockUnavailableException e)
        {
            logger.LogWarning(e, "What a crash may have left open is closed before the next run.");
        }
    }

    /// <summary>From now on no run and no step of a run begins.</summary>
    public Task BeginStopAsync() => _stopping.CancelAsync();

    /// <summary>Lets the run under way end its step and waits until its record is closed.</summary>
    /// <param name="outOfTime">Interrupts the step, even if its grace has not passed.</param>
    public async Task StopAsync(CancellationToken outOfTime)
    {
        await BeginStopAsync();
        await using var interrupting = outOfTime.Register(_outOfTime.Cancel);
        await _running;
    }

    public ValueTask DisposeAsync() => new(StopAsync(CancellationToken.None));

    private RunStop NewStop(CancellationToken request) =>
        _stopping.IsCancellationRequested
            ? throw new RunLockUnavailableException("The service is about to end and begins no run any more; its next start, or another replica, does.")
            : new RunStop(options.Value.StopGrace, time, _outOfTime.Token, request, _stopping.Token);

    private RunJournal NewJournal(RunRequest request, IProgress<RunRecord>? progress, RunStop stop)
    {
        var now = time.GetUtcNow();
        var run = new RunRecord
        {
            Id = RunId.New(now),
            Trigger = request.Trigger,
            RequestedBy = request.RequestedBy,
            State = RunState.Queued,
            StartedAt = now,
        };
        return new RunJournal(run, log, events, progress, probe, time, logger, stop.Requested);
    }

    // Without a lake that can be written there is nothing to lock and no log to write: the run has failed before it began.
    private async Task<IRunLease?> TryAcceptAsync(RunJournal journal, CancellationToken cancellationToken)
    {
        IRunLease? lease = null;
        try
        {
            await lake.PrepareAsync(cancellationToken);
            lease = await runLock.AcquireAsync(log, cancellationToken);
            await recovery.RecoverAsync(cancellationToken);
            await journal.UpdateAsync(r => r, cancellationToken);
            return lease;
        }
        catch (Exception e)
        {
            await (lease?.DisposeAsync() ?? ValueTask.CompletedTask);
            if (e is not LakeException)
            {
                throw;
            }

            logger.LogError(e, "Run {RunId} could not begin.", journal.Run.Id);
            await EndAsync(journal, RunState.Failed, e.Message);
            return null;
        }
    }

    // DuckDB works on the calling thread.
    private Task<RunRecord> ExecuteAsync(RunRequest request, IRunLease lease, RunJournal journal, RunStop stop)
    {
        var running = Task.Run(() => ToEndAsync(request, lease, journal, stop), CancellationToken.None);
        _running = running;
        return running;
    }

    private async Task<RunRecord> ToEndAsync(RunRequest request, IRunLease lease, RunJournal journal, RunStop stop)
    {
        using var stopping = stop;
        await using var held = lease;
        using var interrupting = CancellationTokenSource.CreateLinkedTokenSource(stop.Interrupted, lease.Lost);
        using var activity = PipelineTelemetry.StartRun(journal.Run);
        try
        {
            await journal.UpdateAsync(r => r with { State = RunState.Running }, interrupting.Token);
            var execution = await ExecuteAsync(request, journal, interrupting.Token);
            await journal.CloseAsync(r => r with { FinishedAt = time.GetUtcNow() });
            logger.LogInformation("Run {RunId} ended as {State}. {Reason}", journal.Run.Id, journal.Run.State, journal.Run.Reason);
            using var cleaning = CancellationTokenSource.CreateLinkedTokenSource(stop.Requested, lease.Lost);
            await CleanAsync(execution.State, cleaning.Token);
        }
        catch (RunStoppedException e)
        {
            logger.LogInformation("Run {RunId} was stopped. {Reason}", journal.Run.Id, e.Message);
            await EndAsync(journal, RunState.Aborted, e.Message);
        }
        catch (Exception e) when (interrupting.IsCancellationRequested)
        {
            // An interrupted statement does not always end as a cancellation.
            logger.LogInformation(e, "Run {RunId} was interrupted.", journal.Run.Id);
            var step = journal.Run.Steps is [.., var last] ? last.Name : "its beginning";
            await EndAsync(journal, RunState.Aborted, lease.Lost.IsCancellationRequested
                ? "It lost the lock to another run; the snapshot that was current stays current."
                : $"It was stopped on request during {step}, which did not end in the time it had left; the snapshot that was current stays current.");
        }
        catch (Exception e)
        {
            logger.LogError(e, "Run {RunId} failed.", journal.Run.Id);
            await EndAsync(journal, RunState.Failed, ReasonOf(e));
        }

        PipelineTelemetry.EndRun(activity, journal.Run, time);
        return journal.Run;
    }

    private async Task<RunExecution> ExecuteAsync(RunRequest request, RunJournal journal, CancellationToken cancellationToken)
    {
        using var folder = WorkFolder.Create(options.Value.WorkFolder, journal.Run.Id, logger);
        var variables = settings.Value.VariablesOf(BahiaDay.Of(time.GetUtcNow()), journal.Run.Id);
        var execution = new RunExecution(definition, bronze, lake, snapshots, publisher, events, consumers, options.Value, variables, journal, logger);
        await execution.RunAsync(request.Force, folder.Path, cancellationToken);
        return execution;
    }

    private async Task CleanAsync(BuildState state, CancellationToken cancellationToken)
    {
        try
        {
            await probe.ReachedAsync("clean", cancellationToken);
            await housekeeping.CleanAsync(state, cancellationToken);
        }
        catch (Exception e) when (e is LakeException or OperationCanceledException)
        {
            logger.LogWarning(e, "What is no longer needed could not be removed; the next run tries again.");
        }
    }

    private Task EndAsync(RunJournal journal, RunState state, string reason) =>
        journal.CloseAsync(r => r with { State = state, FinishedAt = time.GetUtcNow(), Reason = reason });

    private string ReasonOf(Exception exception) => exception switch
    {
        LakeException or TransformException or RunFailedException or SourceException => exception.Message,
        DuckDBException => $"DuckDB refused: {exception.Message}",
        _ when FileFault.Is(exception) => FileFault.Explain(exception, options.Value.WorkFolder).Message,
        _ => $"An unexpected error: {exception.Message}",
    };
}
