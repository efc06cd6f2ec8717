using Microsoft.Extensions.Diagnostics.HealthChecks;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Host.Health;

/// <summary>Whether the lake answers. What is served goes on without it, so a lake that does not answer degrades the service.</summary>
internal sealed class LakeHealth(ISnapshotStore snapshots) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var current = await snapshots.GetCurrentAsync(cancellationToken);
            return HealthCheckResult.Healthy(current is null ? "Answers; nothing has been published yet." : $"Answers; its current snapshot is {current.Id}.");
        }
        catch (LakeException e)
        {
            return HealthCheckResult.Degraded(e.Message);
        }
    }
}
