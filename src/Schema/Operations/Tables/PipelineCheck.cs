using NovaCorrente.Schema.Access;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Operations.Tables;

/// <summary>The outcome of one check of one table in a run.</summary>
[RequiresRole(Role.Operator)]
[GoldTable(TableKind.Operations, "pipelineCheck", "pipelineChecks", Grain = "one run × check")]
public sealed record PipelineCheck
{
    /// <summary>Identity of the run.</summary>
    [Key]
    public required string RunId { get; init; }

    /// <summary>Place of the check in the run, from 1.</summary>
    [Key]
    public required int Ordinal { get; init; }

    /// <summary>Name of the table that was checked, for example <c>purchase_line</c>.</summary>
    public required string TableName { get; init; }

    /// <summary>What was checked, for example <c>not_null:part_code</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>What a failure does.</summary>
    public required CheckSeverity Severity { get; init; }

    /// <summary>Whether it held.</summary>
    public required bool Passed { get; init; }

    /// <summary>Rows that break it.</summary>
    [Unit("rows")]
    public required long Violations { get; init; }

    /// <summary>An example or an explanation.</summary>
    public string? Detail { get; init; }

    /// <summary>The run.</summary>
    [Relation(nameof(RunId))]
    public PipelineRun Run { get; init; } = null!;

    /// <summary>The table that was checked; null when it is not served any more.</summary>
    [Relation(nameof(TableName))]
    public GoldTable? Table { get; init; }
}
