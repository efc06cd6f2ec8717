using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Alerts;

/// <summary>Watches that runs succeed often enough; a run that finds nothing new, or goes without a source, succeeds too.</summary>
internal sealed class LateRunRule(IRunLog log, IOptions<AlertOptions> options, TimeProvider time) : IAlertRule
{
    public string Name => "late-run";

    public async Task<AlertState?> NextAsync(AlertState? state, CancellationToken cancellationToken)
    {
        var success = (await log.ListAsync(cancellationToken)).FirstOrDefault(r =>
            r.Trigger is not RunTrigger.Rollback && r.State is RunState.Succeeded or RunState.Unchanged or RunState.Degraded);
        return Lateness.Next(
            state,
            success?.Id,
            success?.FinishedAt,
            options.Value.LateAfter,
            time.GetUtcNow(),
            since => new AlertMessage(
                AlertKind.RunLate,
                "No pipeline run has succeeded",
                success is null ? $"None has since {since:u}, when it was first looked for." : $"The last was {success.Id}, which ended at {since:u}.",
                time.GetUtcNow()),
            () => new AlertMessage(AlertKind.Recovered, "Pipeline runs succeed again", $"Run {success!.Id} ended at {success.FinishedAt:u}.", time.GetUtcNow()));
    }
}
