using Microsoft.Extensions.Options;
using NovaCorrente.Host.Auth.Tokens;
using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Host.Scheduling;

/// <summary>
/// Removes old snapshots by the rule of the pipeline's settings, also when no run does it because no run succeeds, and the names of revoked tokens that
/// have expired meanwhile.
/// </summary>
internal sealed class RetentionWork(SnapshotRetention retention, RevokedTokenStore revoked, IOptions<ScheduleOptions> options) : IScheduledWork
{
    public string Name => "retention";

    public string Description => "Removes snapshots that are neither among the newest, nor young, nor in use.";

    public string Cron => options.Value.Retention;

    // What one night left in place, the next one removes.
    public Task<DateTimeOffset?> LastDoneAsync(CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);

    public async Task<WorkResult> RunAsync(CancellationToken cancellationToken)
    {
        await revoked.CleanAsync(cancellationToken);
        var removed = await retention.ApplyAsync(cancellationToken);
        return WorkResult.Done(removed.Count == 0 ? "No snapshot had to go." : $"Removed {string.Join(", ", removed)}.");
    }
}
