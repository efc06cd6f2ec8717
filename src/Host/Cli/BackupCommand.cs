using System.CommandLine;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova backup</c>: backs the lake up now.</summary>
internal sealed class BackupCommand(CommandLineConsole console, TimeProvider time)
{
    private readonly SettingOptions _settings = new();

    public Command Build()
    {
        var command = new Verb(
            "backup",
            "Backs the lake up now, encrypted; only what is not stored yet travels.",
            "nova backup",
            "nova backup --set Backup:KeyFile=/etc/nova/backup.key --set Backup:Folder=/mnt/backup");
        _settings.AddSettingsTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (report, elapsed) = await new BackupSession(console, time).RunAsync(
            "Backing up", _settings.Read(arguments), (backups, progress) => backups.BackUpAsync(progress, cancellationToken));
        var manifest = report.Manifest;
        console.WriteLine(FormattableString.Invariant(
            $"Backup {manifest.Id}: {manifest.Entries.Count:N0} objects, {BackupSession.Size(manifest.Entries.Sum(e => e.Size))}, snapshot {manifest.SnapshotId ?? "none"}"));
        console.WriteLine(FormattableString.Invariant(
            $"  {report.NewObjects:N0} objects, {BackupSession.Size(report.NewBytes)}, were new; written and read back in {elapsed.TotalSeconds:0.0} s"));
        foreach (var removed in report.Removed)
        {
            console.WriteLine($"  removed {removed}, which had its time");
        }

        return ExitCode.Success;
    }
}
