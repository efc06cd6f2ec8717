using System.CommandLine;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Cli;

/// <summary><c>nova validate</c>: does everything that a run does, on a lake of its own that is gone afterwards.</summary>
internal sealed class ValidateCommand(CommandLineConsole console, TimeProvider time)
{
    private readonly SettingOptions _settings = new();

    public Command Build()
    {
        var command = new Verb(
            "validate",
            "Checks the source files the way a run would, and publishes nothing.",
            "nova validate",
            "nova validate --landing /srv/landing");
        _settings.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("nova-validate-");
        try
        {
            var settings = _settings.Read(arguments);
            settings["Lake:Folder"] = Path.Combine(folder.FullName, "lake");
            settings["Pipeline:WorkFolder"] = Path.Combine(folder.FullName, "work");
            var run = await new PipelineSession(console, time).RunAsync(
                "Checking the sources", new RunRequest(RunTrigger.CommandLine, Environment.UserName), settings, cancellationToken);
            return Judge(run);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private int Judge(RunRecord run)
    {
        var summary = new RunSummary(console);
        summary.WriteSources(run);
        summary.WriteQuarantine(run);
        summary.WriteChecks(run);
        if (run.State is RunState.Succeeded)
        {
            console.WriteLine("Valid: a run would publish these sources.");
            return ExitCode.Success;
        }

        console.WriteLine(run.State is RunState.Degraded ? "Not valid: a run would leave sources out." : "Not valid: a run would fail.");
        console.WriteError(run.Reason ?? "the run was stopped.");
        return ExitCode.Failure;
    }
}
