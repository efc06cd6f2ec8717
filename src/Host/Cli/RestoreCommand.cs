using System.CommandLine;
using NovaCorrente.Pipeline.Backup;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova restore</c>: makes the lake what it was.</summary>
internal sealed class RestoreCommand(CommandLineConsole console, TimeProvider time)
{
    private readonly SettingOptions _settings = new();

    private readonly Option<string> _at = new("--at")
    {
        Description = "Which backup: a time, which stands for the last one before it; an id, as 'nova backups' lists them; or latest.",
        HelpName = "TIME",
        Required = true,
    };

    private readonly Option<string?> _lake = new("--lake")
    {
        Description = "Folder of the lake to restore into. [default: the lake of the settings]",
        HelpName = "DIR",
    };

    private readonly Option<bool> _replace = new("--replace") { Description = "Replace what the lake holds. Without this only an empty lake is written to." };

    public Command Build()
    {
        var command = new Verb(
            "restore",
            "Restores the lake from a backup. Stop the service before. Cut off, the same command goes on where it was.",
            "nova restore --at latest",
            "nova restore --at 2026-10-31T12:00:00Z --replace",
            "nova restore --at latest --lake /srv/drill --set Backup:Folder=/mnt/backup")
        {
            _at, _lake, _replace,
        };
        _settings.AddSettingsTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var request = new RestoreRequest(arguments.GetValue(_at)!, arguments.GetValue(_lake), arguments.GetValue(_replace));
        var (report, elapsed) = await new BackupSession(console, time).RunAsync(
            "Restoring", _settings.Read(arguments), (backups, progress) => backups.RestoreAsync(request, progress, cancellationToken));
        console.WriteLine(FormattableString.Invariant(
            $"Restored backup {report.Manifest.Id} of {report.Manifest.TakenAt:u} in {elapsed.TotalSeconds:0.0} s"));
        console.WriteLine(FormattableString.Invariant(
            $"  {report.Written:N0} objects written, {report.Kept:N0} were there already, {report.Removed:N0} removed"));
        console.WriteLine(report.Checksum is null
            ? "  No snapshot was published at that time."
            : $"  Snapshot {report.Manifest.SnapshotId} is current, checksum {report.Checksum}");
        return ExitCode.Success;
    }
}
