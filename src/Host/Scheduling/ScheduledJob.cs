using NovaCorrente.Host.Telemetry;
using Quartz;

namespace NovaCorrente.Host.Scheduling;

/// <summary>Does the work that a trigger of its name is due for, and sees to it that whatever comes of it is on record.</summary>
[DisallowConcurrentExecution]
internal sealed class ScheduledJob(IEnumerable<IScheduledWork> works, ScheduleRecord record, ILogger<ScheduledJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var work = works.Single(work => work.Name == context.JobDetail.Key.Name);
        using var activity = ApiTelemetry.StartJob(work.Name);
        var result = await RunAsync(work, cancellationToken);
        ApiTelemetry.EndJob(activity, work.Name, result);
        record.Add(work.Name, result);
        var level = result.IsFailure ? LogLevel.Error : LogLevel.Information;
        logger.Log(level, "Scheduled job {Job}: {Outcome}. {Detail}", work.Name, result.Outcome, result.Detail);
    }

    private async Task<WorkResult> RunAsync(IScheduledWork work, CancellationToken cancellationToken)
    {
        try
        {
            return await work.RunAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // A job that throws would only be thrown at the scheduler, where nobody looks.
            logger.LogError(e, "Scheduled job {Job} failed", work.Name);
            return WorkResult.Failed(e.Message);
        }
    }
}
