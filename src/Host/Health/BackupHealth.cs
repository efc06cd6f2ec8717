using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Backup;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Host.Health;

/// <summary>How old the newest backup is.</summary>
internal sealed class BackupHealth(IBackups backups, IOptions<BackupOptions> options, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!options.Value.IsEnabled)
        {
            return HealthCheckResult.Healthy("No key is set, so no backups are made.");
        }

        try
        {
            if (await backups.NewestAsync(cancellationToken) is not { } newest)
            {
                return HealthCheckResult.Healthy("No backup has been made yet.");
            }

            var age = time.GetUtcNow() - newest;
            var data = new Dictionary<string, object>
            {
                ["newestAt"] = newest.ToString("O", CultureInfo.InvariantCulture),
                ["ageSeconds"] = Math.Round(age.TotalSeconds),
            };
            return age > options.Value.LateAfter
                ? HealthCheckResult.Degraded($"The newest backup is of {newest:u}.", data: data)
                : HealthCheckResult.Healthy($"The newest backup is of {newest:u}.", data);
        }
        catch (LakeException e)
        {
            return HealthCheckResult.Degraded(e.Message);
        }
    }
}
