using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NovaCorrente.Host.Health;

/// <summary>
/// <c>/health</c> tells everything, <c>/health/live</c> that the process answers, <c>/health/ready</c> that it can be sent requests.
/// </summary>
internal static class HealthEndpoints
{
    private const string Ready = "ready";

    // Probes are less patient than the lake. Being ready takes no lake: what is served lies here.
    private static readonly TimeSpan _lakeWait = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DrainHealth>("draining", tags: [Ready])
            .AddCheck<LakeHealth>("lake", HealthStatus.Degraded, tags: [], timeout: _lakeWait)
            .AddCheck<GoldHealth>("gold", tags: [Ready])
            .AddCheck<RunHealth>("pipeline", HealthStatus.Degraded, tags: [], timeout: _lakeWait)
            .AddCheck<ScheduleHealth>("schedules")
            .AddCheck<ProcessHealth>("process")
            .AddCheck<BackupHealth>("backup", HealthStatus.Degraded, tags: [], timeout: _lakeWait);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(
            new
            {
                status = Word(report.Status),
                parts = report.Entries.ToDictionary(e => e.Key, e => new { status = Word(e.Value.Status), detail = e.Value.Description, data = e.Value.Data }),
            },
            JsonSerializerOptions.Web,
            http.RequestAborted);
    }

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();
}
