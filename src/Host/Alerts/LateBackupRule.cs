using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Backup;

namespace NovaCorrente.Host.Alerts;

/// <summary>Watches that backups are made, where they are to be.</summary>
internal sealed class LateBackupRule(IBackups backups, IOptions<BackupOptions> options, TimeProvider time) : IAlertRule
{
    public string Name => "late-backup";

    public async Task<AlertState?> NextAsync(AlertState? state, CancellationToken cancellationToken)
    {
        if (!options.Value.IsEnabled)
        {
            return null;
        }

        var newest = await backups.NewestAsync(cancellationToken);
        return Lateness.Next(
            state,
            newest?.ToString("u"),
            newest,
            options.Value.LateAfter,
            time.GetUtcNow(),
            since => new AlertMessage(
                AlertKind.BackupLate,
                "No backup has been made",
                newest is null ? $"None has since {since:u}, when it was first looked for." : $"The newest is of {since:u}.",
                time.GetUtcNow()),
            () => new AlertMessage(AlertKind.Recovered, "Backups are made again", $"The newest is of {newest:u}.", time.GetUtcNow()));
    }
}
