using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Resolvers.Tests.Support;

/// <summary>A runner whose runs go only as far as a test says, over the real run log and the real announcements.</summary>
public sealed class ScriptedRunner(IRunLog log, IPipelineEvents events) : IPipelineRunner
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 5, 0, 0, TimeSpan.Zero);
    private int _runs;

    /// <summary>What the next start throws.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>What was asked for last.</summary>
    public RunRequest? LastRequest { get; private set; }

    public static RunRecord Run(int number, RunState state = RunState.Queued) => new()
    {
        Id = $"2026010{number}T050000000Z-0000000{number}",
        Trigger = RunTrigger.Manual,
        State = state,
        StartedAt = Start.AddDays(number),
    };

    public async Task<RunRecord> StartAsync(RunRequest request, CancellationToken cancellationToken)
    {
        LastRequest = request;
        if (Refusal is { } refusal)
        {
            throw refusal;
        }

        var run = Run(++_runs) with { RequestedBy = request.RequestedBy };
        await log.SaveAsync(run, cancellationToken);
        return run;
    }

    public Task<RunRecord> RunAsync(RunRequest request, IProgress<RunRecord>? progress, CancellationToken cancellationToken) =>
        StartAsync(request, cancellationToken);

    /// <summary>Saves and announces a state, as a run does.</summary>
    public async Task TellAsync(RunRecord run)
    {
        await log.SaveAsync(run, CancellationToken.None);
        await events.RunChangedAsync(run, CancellationToken.None);
    }

    /// <summary>A run from the first state to the last, with a step more in each.</summary>
    public static IReadOnlyList<RunRecord> Story(int number, int steps)
    {
        var run = Run(number);
        var states = new List<RunRecord> { run };
        run = run with { State = RunState.Running };
        states.Add(run);
        for (var i = 1; i <= steps; i++)
        {
            var step = new RunStep($"step_{i}", RunStage.Gold, StepState.Running, run.StartedAt.AddSeconds(i), null, 10, null, null);
            states.Add(run with { Steps = [.. run.Steps, step] });
            run = run with { Steps = [.. run.Steps, step with { State = StepState.Succeeded, FinishedAt = run.StartedAt.AddSeconds(i + 1), RowsOut = 9 }] };
            states.Add(run);
        }

        states.Add(run with { State = RunState.Succeeded, FinishedAt = run.StartedAt.AddMinutes(1) });
        return states;
    }
}
