using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NovaCorrente.Resolvers.Operations;

namespace NovaCorrente.Host.Health;

/// <summary>What is due when.</summary>
internal sealed class ScheduleHealth(IEnumerable<IScheduleSource> sources) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>();
        var failed = new List<string>();
        foreach (var source in sources)
        {
            foreach (var schedule in await source.ListAsync(cancellationToken))
            {
                data[schedule.Name] = schedule.NextFireAt?.ToString("O", CultureInfo.InvariantCulture) ?? "never";
                if (schedule.PreviousOutcome is ScheduleOutcome.Failed)
                {
                    failed.Add($"{schedule.Name}: {schedule.PreviousDetail}");
                }
            }
        }

        return failed.Count == 0 ? HealthCheckResult.Healthy("Next fire times are given.", data) : HealthCheckResult.Degraded(string.Join(' ', failed), data: data);
    }
}
