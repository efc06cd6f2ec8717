using System.CommandLine;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova rollback</c>: what the mutation <c>rollbackGold</c> does, for when the service is not there to be asked.</summary>
internal sealed class RollbackCommand(CommandLineConsole console, TimeProvider time)
{
    private readonly SettingOptions _settings = new();

    private readonly Option<string> _to = new("--to") { Description = "The snapshot to make current again.", HelpName = "SNAPSHOT", Required = true };

    public Command Build()
    {
        var command = new Verb(
            "rollback",
            "Makes an earlier snapshot of gold current again. Runs do not undo it while their inputs stay the same.",
            "nova rollback --to 20261031T050012Z-1f3a9c2e")
        {
            _to,
        };
        _settings.AddSettingsTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        using var host = LocalHost.Build(_settings.Read(arguments), time);
        var run = await host.Services.GetRequiredService<IGoldRollback>()
            .RollBackAsync(arguments.GetRequiredValue(_to), Environment.UserName, cancellationToken);
        console.WriteLine(run.Reason!);
        return ExitCode.Success;
    }
}
