using Microsoft.Extensions.Diagnostics.HealthChecks;
using NovaCorrente.Host.Requests.Admission;

namespace NovaCorrente.Host.Health;

/// <summary>What the process uses, and how much work it has.</summary>
internal sealed class ProcessHealth(ExecutionGate gate) : IHealthCheck
{
    private const double Megabyte = 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var memory = GC.GetGCMemoryInfo();
        var load = gate.Load;
        return Task.FromResult(HealthCheckResult.Healthy(
            "Runs.",
            new Dictionary<string, object>
            {
                ["workingSetMegabytes"] = Math.Round(Environment.WorkingSet / Megabyte),
                ["heapMegabytes"] = Math.Round(GC.GetTotalMemory(forceFullCollection: false) / Megabyte),
                ["heapLimitMegabytes"] = Math.Round(memory.TotalAvailableMemoryBytes / Megabyte),
                ["executing"] = load.Executing,
                ["waiting"] = load.Waiting,
            }));
    }
}
