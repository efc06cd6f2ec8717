using System.CommandLine;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova backups</c>: tells what can be restored.</summary>
internal sealed class BackupsCommand(CommandLineConsole console, TimeProvider time)
{
    private readonly SettingOptions _settings = new();

    public Command Build()
    {
        var command = new Verb("backups", "Lists the backups, newest first, with what each holds.", "nova backups");
        _settings.AddSettingsTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (backups, _) = await new BackupSession(console, time).RunAsync(
            "Reading the lists", _settings.Read(arguments), (backups, _) => backups.ListAsync(cancellationToken));
        if (backups.Count == 0)
        {
            console.WriteError("there are no backups here.");
            return ExitCode.Failure;
        }

        foreach (var backup in backups)
        {
            console.WriteLine(FormattableString.Invariant(
                $"{backup.Id}  {backup.TakenAt:u}  {backup.Entries.Count,8:N0} objects  {BackupSession.Size(backup.Entries.Sum(e => e.Size)),10}  snapshot {backup.SnapshotId ?? "none"}"));
        }

        return ExitCode.Success;
    }
}
