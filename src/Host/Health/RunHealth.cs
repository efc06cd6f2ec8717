using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Health;

/// <summary>How the newest run went.</summary>
internal sealed class RunHealth(IRunLog log) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if ((await log.ListAsync(cancellationToken)).FirstOrDefault(run => run.Trigger is not RunTrigger.Rollback) is not { } run)
            {
                return HealthCheckResult.Healthy("Has not run yet.");
            }

            var data = new Dictionary<string, object>
            {
                ["run"] = run.Id,
                ["state"] = run.State.ToString(),
                ["startedAt"] = run.StartedAt.ToString("O", CultureInfo.InvariantCulture),
            };
            return run.State is RunState.Failed or RunState.Degraded or RunState.Aborted
                ? HealthCheckResult.Degraded($"The newest run is {run.State}. {run.Reason}", data: data)
                : HealthCheckResult.Healthy($"The newest run is {run.State}.", data);
        }
        catch (LakeException e)
        {
            return HealthCheckResult.Degraded(e.Message);
        }
    }
}
