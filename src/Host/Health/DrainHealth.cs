using Microsoft.Extensions.Diagnostics.HealthChecks;
using NovaCorrente.Host.Hosting;

namespace NovaCorrente.Host.Health;

/// <summary>Whether new requests should still be sent here.</summary>
internal sealed class DrainHealth(Drain drain) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(drain.HasBegun
        ? HealthCheckResult.Unhealthy("The service is stopping; requests under way are still answered.")
        : HealthCheckResult.Healthy("Takes requests."));
}
