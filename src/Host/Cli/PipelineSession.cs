using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Cli;

/// <summary>The pipeline without a server around it, for one run.</summary>
internal sealed class PipelineSession(CommandLineConsole console, TimeProvider time)
{
    // The first run on a lake has no earlier one to tell how many steps there will be.
    private const int UsualSteps = 70;

    /// <summary>Runs the pipeline once.</summary>
    /// <param name="title">What is being done, for whoever watches.</param>
    /// <param name="request">What to run.</param>
    /// <param name="settings">Settings that win over all others.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public async Task<RunRecord> RunAsync(
        string title, RunRequest request, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        using var host = LocalHost.Build(settings, time);
        await host.Services.GetRequiredService<ILake>().PrepareAsync(cancellationToken);
        var steps = (await host.Services.GetRequiredService<IRunLog>().ListAsync(cancellationToken)).Select(run => run.Steps.Count).Append(UsualSteps).Max();
        return await new ProgressDisplay(console, time).RunAsync(
            title,
            progress => host.Services.GetRequiredService<IPipelineRunner>().RunAsync(request, new RunProgress(progress, steps), cancellationToken));
    }

    private sealed class RunProgress(IProgress<(double Share, string Text)> progress, int steps) : IProgress<RunRecord>
    {
        public void Report(RunRecord value)
        {
            if (value.Steps.Count > 0)
            {
                var done = value.Steps.Count(step => step.State is not StepState.Running);
                progress.Report((Math.Min(0.99, done / (double)steps), value.Steps[^1].Name));
            }
        }
    }
}
