using System.CommandLine;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova verify-backup</c>: proves that backups can be restored, short of restoring them.</summary>
internal sealed class VerifyBackupCommand(CommandLineConsole console, TimeProvider time)
{
    private readonly SettingOptions _settings = new();

    private readonly Option<string?> _at = new("--at")
    {
        Description = "One backup: its id, a time, or latest. [default: all]",
        HelpName = "TIME",
    };

    public Command Build()
    {
        var command = new Verb(
            "verify-backup",
            "Reads and decrypts all that the backups consist of and compares it with their lists; 1 if anything is wrong.",
            "nova verify-backup",
            "nova verify-backup --at latest")
        {
            _at,
        };
        _settings.AddSettingsTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (found, elapsed) = await new BackupSession(console, time).RunAsync(
            "Verifying", _settings.Read(arguments), (backups, progress) => backups.VerifyAsync(arguments.GetValue(_at), progress, cancellationToken));
        foreach (var problem in found.Problems)
        {
            console.WriteError(problem.Message);
        }

        if (found.Backups.Count == 0)
        {
            console.WriteError("there are no backups here.");
        }

        console.WriteLine(FormattableString.Invariant(
            $"{found.Backups.Count:N0} backups, {found.Objects:N0} objects, {BackupSession.Size(found.Bytes)} in {elapsed.TotalSeconds:0.0} s: {found.Problems.Count:N0} problems"));
        return found.Problems.Count == 0 && found.Backups.Count > 0 ? ExitCode.Success : ExitCode.Failure;
    }
}
