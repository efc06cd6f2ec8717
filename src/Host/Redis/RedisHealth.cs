using System.Security.Authentication;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace NovaCorrente.Host.Redis;

/// <summary>Whether Redis answers. Queries go on without it, so a server that does not answer degrades the service.</summary>
internal sealed class RedisHealth(RedisConnection redis, IOptions<RedisOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var database = await redis.DatabaseAsync();
            var took = await database.PingAsync().WaitAsync(options.Value.Timeout, cancellationToken);
            return HealthCheckResult.Healthy(
                $"Redis at {options.Value.Address} answers.",
                new Dictionary<string, object> { ["milliseconds"] = Math.Round(took.TotalMilliseconds, 2) });
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            var refusal = e.GetBaseException() is AuthenticationException untrusted ? $" {untrusted.Message}" : "";
            return HealthCheckResult.Degraded(
                $"Redis at {options.Value.Address} does not answer.{refusal} Queries are answered; runs cannot be started, and other replicas' work is learnt from the lake.");
        }
    }
}
