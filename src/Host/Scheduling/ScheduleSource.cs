using Microsoft.Extensions.Options;
using NovaCorrente.Resolvers.Operations;
using NovaCorrente.Schema.Operations.Tables;
using Quartz;

namespace NovaCorrente.Host.Scheduling;

/// <summary>Tells the API what is scheduled; nothing, where schedules are off.</summary>
internal sealed class ScheduleSource(
    IEnumerable<IScheduledWork> works, ISchedulerFactory schedulers, ScheduleRecord record, IOptions<ScheduleOptions> options) : IScheduleSource
{
    public async Task<IReadOnlyList<Schedule>> ListAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            return [];
        }

        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var schedules = new List<Schedule>();
        foreach (var work in works)
        {
            var trigger = await scheduler.GetTrigger(new TriggerKey(work.Name), cancellationToken);
            var last = record.Last(work.Name);
            schedules.Add(new Schedule
            {
                Name = work.Name,
                Description = work.Description,
                Cron = work.Cron,
                TimeZone = options.Value.TimeZone,
                NextFireAt = trigger?.NextFireTimeUtc?.UtcDateTime,
                PreviousFireAt = trigger?.PreviousFireTimeUtc?.UtcDateTime,
                PreviousOutcome = last?.Outcome,
                PreviousDetail = last?.Detail,
            });
        }

        return schedules;
    }
}
