using System.CommandLine;
using NovaCorrente.Pipeline.Backup;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova backup-key</c>: makes a key for backups.</summary>
internal static class BackupKeyCommand
{
    public static Command Build(CommandLineConsole console)
    {
        var command = new Verb(
            "backup-key",
            "Prints a new random key for backups. Keep it where the backups are not: without it nobody can read them.",
            "(umask 077; nova backup-key > /etc/nova/backup.key)");
        command.SetAction(_ =>
        {
            console.WriteLine(BackupKey.Generate());
            return ExitCode.Success;
        });
        return command;
    }
}
