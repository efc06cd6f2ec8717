using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Scheduling;

/// <summary>The nightly run of the pipeline. It only sets the run going: how the run ends is told by the run itself.</summary>
internal sealed class PipelineWork(IPipelineRunner runner, IRunLog log, IOptions<ScheduleOptions> options) : IScheduledWork
{
    public string Name => "pipeline";

    public string Description => "Runs the pipeline, which publishes a new snapshot of gold if anything has changed.";

    public string Cron => options.Value.Pipeline;

    public async Task<DateTimeOffset?> LastDoneAsync(CancellationToken cancellationToken) =>
        (await log.ListAsync(cancellationToken)).FirstOrDefault(run => run.Trigger is not RunTrigger.Rollback)?.StartedAt;

    public async Task<WorkResult> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var run = await runner.StartAsync(new RunRequest(RunTrigger.Schedule), cancellationToken);
            return run.State is RunState.Failed
                ? WorkResult.Failed($"Run {run.Id} could not begin. {run.Reason}")
                : WorkResult.Done($"Started run {run.Id}.");
        }
        catch (RunInProgressException e)
        {
            return WorkResult.Skipped(e.Message);
        }
        catch (RunLockUnavailableException e)
        {
            return WorkResult.Failed(e.Message);
        }
    }
}
