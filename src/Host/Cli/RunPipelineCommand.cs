using System.CommandLine;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova run-pipeline</c>: makes gold from the landing folder and publishes it.</summary>
internal sealed class RunPipelineCommand(CommandLineConsole console, TimeProvider time)
{
    private readonly SettingOptions _settings = new();

    private readonly Option<bool> _force = new("--force") { Description = "Rebuild and publish everything, even what has not changed." };

    public Command Build()
    {
        var command = new Verb(
            "run-pipeline",
            "Makes gold from the source files and publishes it as a new snapshot, if anything has changed.",
            "nova run-pipeline",
            "nova run-pipeline --landing /srv/landing",
            "nova run-pipeline --force --set Lake:Folder=/srv/lake")
        {
            _force,
        };
        _settings.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var run = await new PipelineSession(console, time).RunAsync(
            "Running the pipeline",
            new RunRequest(RunTrigger.CommandLine, Environment.UserName, arguments.GetValue(_force)),
            _settings.Read(arguments),
            cancellationToken);
        new RunSummary(console).Write(run);
        return run.State is RunState.Failed or RunState.Aborted ? ExitCode.Failure : ExitCode.Success;
    }
}
