using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using Quartz;

namespace NovaCorrente.Host.Scheduling;

/// <summary>
/// Hands all scheduled work to the scheduler before that starts. A trigger counts from when its work was last done, so that what was due
/// while the service was down is a misfire like any other: it is made up for once.
/// </summary>
internal sealed class ScheduleStarter(
    IEnumerable<IScheduledWork> works,
    ISchedulerFactory schedulers,
    ISnapshotStore snapshots,
    IPipelineRunner runner,
    IOptions<ScheduleOptions> options,
    TimeProvider time,
    ILogger<ScheduleStarter> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Enabled)
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            foreach (var work in works)
            {
                await ScheduleAsync(scheduler, work, cancellationToken);
            }
        }

        if (options.Value.RunOnEmptyLake && await snapshots.GetCurrentAsync(cancellationToken) is null)
        {
            await RunAtOnceAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ScheduleAsync(IScheduler scheduler, IScheduledWork work, CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);
        var job = JobBuilder.Create<ScheduledJob>().WithIdentity(work.Name).WithDescription(work.Description).Build();
        var trigger = TriggerBuilder.Create(time)
            .WithIdentity(work.Name)
            .StartAt(await work.LastDoneAsync(cancellationToken) ?? time.GetUtcNow())
            .WithSchedule(CronScheduleBuilder.Create(Cron.Parse(work.Cron, zone)).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
    }

    private async Task RunAtOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            var run = await runner.StartAsync(new RunRequest(RunTrigger.Startup), cancellationToken);
            logger.LogInformation("Nothing was ever published here; started run {RunId}", run.Id);
        }
        catch (RunInProgressException e)
        {
            logger.LogInformation("Nothing was ever published here, but {Reason}", e.Message);
        }
    }
}
