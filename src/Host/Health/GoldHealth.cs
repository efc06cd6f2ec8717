using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NovaCorrente.Resolvers.Serving;

namespace NovaCorrente.Host.Health;

/// <summary>Which snapshot is served and how old it is.</summary>
internal sealed class GoldHealth(IGoldStatus gold, TimeProvider time) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (gold.Current is not { } snapshot)
        {
            return Task.FromResult(HealthCheckResult.Degraded("No snapshot is served, because none has been published."));
        }

        var age = time.GetUtcNow() - snapshot.CreatedAt;
        return Task.FromResult(HealthCheckResult.Healthy(
            $"Serves snapshot {snapshot.Id}.",
            new Dictionary<string, object>
            {
                ["snapshot"] = snapshot.Id,
                ["number"] = snapshot.Number,
                ["createdAt"] = snapshot.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
                ["ageSeconds"] = Math.Round(age.TotalSeconds),
            }));
    }
}
