using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>Everything that is known of one run; stored as <c>runs/&lt;id&gt;.json</c> in the gold layer and rewritten at each step.</summary>
public sealed record RunRecord
{
    /// <summary>Identity; sorts by start time.</summary>
    public required string Id { get; init; }

    /// <summary>What started it.</summary>
    public required RunTrigger Trigger { get; init; }

    /// <summary>Who started it, when a person did.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>Where it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>When it started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, UTC; null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The snapshot it made current; null when it left the current one as it was.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>The snapshot that a rollback took out of service; null for all other runs.</summary>
    public string? RolledBackId { get; init; }

    /// <summary>What it was to make gold of, as <see cref="RunInputs"/> hashes it; null when it did not come so far.</summary>
    public string? InputsHash { get; init; }

    /// <summary>Why it failed or was degraded, in a sentence for an operator.</summary>
    public string? Reason { get; init; }

    /// <summary>The steps so far, in order.</summary>
    public IReadOnlyList<RunStep> Steps { get; init; } = [];

    /// <summary>Results of all checks.</summary>
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    /// <summary>Rows set aside, counted by source and reason.</summary>
    public IReadOnlyList<QuarantineCount> Quarantine { get; init; } = [];
}

/// <summary>One step of a run.</summary>
/// <param name="Name">For example <c>bronze.purchase_sheet</c>, <c>gold.part_policy</c>, <c>publish</c>.</param>
/// <param name="Stage">The stage it belongs to.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartedAt">When it started, UTC.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
/// <param name="RowsIn">Rows read, when it reads rows.</param>
/// <param name="RowsOut">Rows written, when it writes rows.</param>
/// <param name="Note">Something worth telling, for example why it was skipped.</param>
public sealed record RunStep(
    string Name, RunStage Stage, StepState State, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, long? RowsIn, long? RowsOut, string? Note);

/// <summary>The outcome of one check of one table.</summary>
/// <param name="Table">SQL name of the table.</param>
/// <param name="Rule">For example <c>unique_key</c>, <c>not_null:part_code</c>, <c>reference:part</c>, <c>range:quantity</c>.</param>
/// <param name="Severity">What a failure does.</param>
/// <param name="Passed">Whether it held.</param>
/// <param name="Violations">Rows that break it.</param>
/// <param name="Detail">An example or an explanation.</param>
public sealed record CheckResult(string Table, string Rule, CheckSeverity Severity, bool Passed, long Violations, string? Detail);

/// <summary>Rows of one source set aside for one reason.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Reason">The rule, for example <c>MISSING_PART_CODE</c>.</param>
/// <param name="Rows">How many.</param>
public sealed record QuarantineCount(string Source, string Reason, long Rows);
