using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Schema.Operations.Tables;
using QuarantineCount = NovaCorrente.Schema.Operations.Tables.QuarantineCount;

namespace NovaCorrente.Resolvers.Operations;

/// <summary>A run as rows of the operations tables.</summary>
internal static class RunRows
{
    public static PipelineRun Run(RunRecord run) => new()
    {
        Id = run.Id,
        Trigger = run.Trigger,
        RequestedBy = run.RequestedBy,
        State = run.State,
        StartedAt = Times.Stored(run.StartedAt),
        FinishedAt = Times.Stored(run.FinishedAt),
        DurationMs = Times.Milliseconds(run.StartedAt, run.FinishedAt),
        SnapshotId = run.SnapshotId,
        RolledBackId = run.RolledBackId,
        Reason = run.Reason,
        FailedChecks = run.Checks.Count(c => !c.Passed),
        QuarantinedRows = run.Quarantine.Sum(q => q.Rows),
    };

    public static IEnumerable<PipelineStep> Steps(RunRecord run) => run.Steps.Select((step, i) => new PipelineStep
    {
        RunId = run.Id,
        Ordinal = i + 1,
        Name = step.Name,
        Stage = step.Stage,
        State = step.State,
        StartedAt = Times.Stored(step.StartedAt),
        FinishedAt = Times.Stored(step.FinishedAt),
        DurationMs = Times.Milliseconds(step.StartedAt, step.FinishedAt),
        RowsIn = step.RowsIn,
        RowsOut = step.RowsOut,
        Note = step.Note,
    });

    public static IEnumerable<PipelineCheck> Checks(RunRecord run) => run.Checks.Select((check, i) => new PipelineCheck
    {
        RunId = run.Id,
        Ordinal = i + 1,
        TableName = check.Table,
        Rule = check.Rule,
        Severity = check.Severity,
        Passed = check.Passed,
        Violations = check.Violations,
        Detail = check.Detail,
    });

    // Two counts of one source and reason would be two rows of one key.
    public static IEnumerable<QuarantineCount> Quarantine(RunRecord run) => run.Quarantine
        .GroupBy(q => (q.Source, q.Reason), q => q.Rows)
        .Select(group => new QuarantineCount { RunId = run.Id, Source = group.Key.Source, Reason = group.Key.Reason, Rows = group.Sum() });
}
