using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Backup;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Host.Scheduling;

/// <summary>The hourly backup of the lake. Of several replicas that are due at the same time, one makes it.</summary>
internal sealed class BackupWork(IBackups backups, IOptions<ScheduleOptions> options, TimeProvider time) : IScheduledWork
{
    // A backup this young is that of another replica, for the same time.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    public string Name => "backup";

    public string Description => "Backs the lake up, encrypted; only what is not stored yet travels.";

    public string Cron => options.Value.Backup;

    public async Task<DateTimeOffset?> LastDoneAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await backups.NewestAsync(cancellationToken);
        }
        catch (LakeException)
        {
            // The service starts without the place of its backups; the next backup tells what is wrong with it.
            return null;
        }
    }

    public async Task<WorkResult> RunAsync(CancellationToken cancellationToken)
    {
        if (await backups.NewestAsync(cancellationToken) is { } newest && time.GetUtcNow() - newest < Fresh)
        {
            return WorkResult.Skipped($"Another replica made a backup at {newest:u}.");
        }

        try
        {
            var report = await backups.BackUpAsync(progress: null, cancellationToken);
            return WorkResult.Done($"Made {report.Manifest.Id} of {report.Manifest.Entries.Count} objects, of which {report.NewObjects} were new.");
        }
        catch (BackupException e) when (e.Fault is BackupFault.Busy)
        {
            return WorkResult.Skipped(e.Message);
        }
    }
}
