using NovaCorrente.Schema.Access;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Operations.Tables;

/// <summary>A step of a run: one source, one table, or the publishing.</summary>
[RequiresRole(Role.Operator)]
[GoldTable(TableKind.Operations, "pipelineStep", "pipelineSteps", Grain = "one run × step")]
public sealed record PipelineStep
{
    /// <summary>Identity of the run.</summary>
    [Key]
    public required string RunId { get; init; }

    /// <summary>Place of the step in the run, from 1.</summary>
    [Key]
    public required int Ordinal { get; init; }

    /// <summary>What is done, for example <c>gold.part_policy</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The stage it belongs to.</summary>
    public required RunStage Stage { get; init; }

    /// <summary>Where it stands.</summary>
    public required StepState State { get; init; }

    /// <summary>When it started.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTime? FinishedAt { get; init; }

    /// <summary>How long it took; null while it runs.</summary>
    [Unit("ms")]
    [Formula("finishedAt − startedAt")]
    public long? DurationMs { get; init; }

    /// <summary>Rows read; null when it reads no rows.</summary>
    [Unit("rows")]
    public long? RowsIn { get; init; }

    /// <summary>Rows written; null when it writes no rows.</summary>
    [Unit("rows")]
    public long? RowsOut { get; init; }

    /// <summary>Something worth telling, for example why it was skipped.</summary>
    public string? Note { get; init; }

    /// <summary>The run.</summary>
    [Relation(nameof(RunId))]
    public PipelineRun Run { get; init; } = null!;
}
