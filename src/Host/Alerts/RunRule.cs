using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Alerts;

/// <summary>Watches how runs end. Each that fails or is degraded is told once; the first that is neither, too.</summary>
internal sealed class RunRule(IRunLog log, IOptions<AlertOptions> options, TimeProvider time) : IAlertRule
{
    public string Name => "run";

    public async Task<AlertState?> NextAsync(AlertState? state, CancellationToken cancellationToken)
    {
        var ended = (await log.ListAsync(cancellationToken))
            .Where(r => r.Trigger is not RunTrigger.Rollback && r.FinishedAt is not null)
            .OrderBy(r => r.Id, StringComparer.Ordinal)
            .ToList();

        // Who has seen none yet begins with the newest: a first start must not tell the whole past.
        var run = state?.Subject is { } seen ? ended.Find(r => string.CompareOrdinal(r.Id, seen) > 0) : ended.LastOrDefault();
        if (run is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var (message, isOpen) = Judge(run, state?.IsOpen ?? false, now);
        return new AlertState { Subject = run.Id, IsOpen = isOpen, Since = state?.IsOpen == isOpen ? state.Since : now, Pending = message };
    }

    private (AlertMessage? Message, bool IsOpen) Judge(RunRecord run, bool wasOpen, DateTimeOffset now)
    {
        if (run.State is RunState.Failed or RunState.Aborted)
        {
            var title = run.State is RunState.Failed ? "Pipeline run failed" : "Pipeline run was cut off";
            return (new AlertMessage(AlertKind.RunFailed, title, $"{run.Reason ?? "No reason is known."} {Where(run)} Gold stays as it was.", now), true);
        }

        if (Degraded(run) is { } reason)
        {
            return (new AlertMessage(AlertKind.RunDegraded, "Pipeline run is degraded", $"{reason} {Where(run)}", now), true);
        }

        return (wasOpen ? new AlertMessage(AlertKind.Recovered, "Pipeline runs are well again", $"A run ended as {run.State}. {Where(run)}", now) : null, false);
    }

    private string? Degraded(RunRecord run)
    {
        var quarantined = run.Quarantine.Sum(q => q.Rows);
        var failed = run.Checks.Count(c => !c.Passed);
        return run.State is RunState.Degraded ? run.Reason ?? "No reason is known."
            : quarantined > options.Value.QuarantinedRows ? FormattableString.Invariant($"{quarantined:N0} rows were set aside, more than {options.Value.QuarantinedRows:N0}.")
            : failed > options.Value.FailedChecks ? FormattableString.Invariant($"{failed:N0} checks did not hold, more than {options.Value.FailedChecks:N0}.")
            : null;
    }

    private static string Where(RunRecord run) => $"Run {run.Id} began at {run.StartedAt:u} ({run.Trigger}).";
}
