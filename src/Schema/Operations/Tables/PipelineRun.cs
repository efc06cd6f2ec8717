using NovaCorrente.Schema.Access;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Operations.Tables;

/// <summary>A run of the pipeline: what started it, where it stands and what came of it.</summary>
[GoldTable(TableKind.Operations, "pipelineRun", "pipelineRuns", Grain = "one run", Layout = [nameof(StartedAt)])]
public sealed record PipelineRun
{
    /// <summary>Identity; sorts by start time.</summary>
    [Key]
    public required string Id { get; init; }

    /// <summary>What started it.</summary>
    public required RunTrigger Trigger { get; init; }

    /// <summary>Who started it, when a person did.</summary>
    [RequiresRole(Role.Operator)]
    public string? RequestedBy { get; init; }

    /// <summary>Where it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>When it started.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTime? FinishedAt { get; init; }

    /// <summary>How long it took; null while it runs.</summary>
    [Unit("ms")]
    [Formula("finishedAt − startedAt")]
    public long? DurationMs { get; init; }

    /// <summary>Identity of the snapshot that it made current; null when it left the current one as it was.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>Identity of the snapshot that a rollback took out of service; null for all other runs.</summary>
    public string? RolledBackId { get; init; }

    /// <summary>Why it failed or was degraded, in a sentence for an operator.</summary>
    [RequiresRole(Role.Operator)]
    public string? Reason { get; init; }

    /// <summary>Checks that did not hold.</summary>
    [Unit("checks")]
    public required int FailedChecks { get; init; }

    /// <summary>Rows set aside.</summary>
    [Unit("rows")]
    public required long QuarantinedRows { get; init; }

    /// <summary>The snapshot that it made current; null when it left the current one as it was, or the snapshot is gone by retention.</summary>
    [Relation(nameof(SnapshotId))]
    public GoldSnapshot? Snapshot { get; init; }

    /// <summary>Its steps, in order.</summary>
    [InverseOf(nameof(PipelineStep.Run))]
    public IReadOnlyList<PipelineStep> Steps { get; init; } = [];

    /// <summary>The outcomes of its checks.</summary>
    [InverseOf(nameof(PipelineCheck.Run))]
    public IReadOnlyList<PipelineCheck> Checks { get; init; } = [];

    /// <summary>Rows that it set aside, counted by source and reason.</summary>
    [InverseOf(nameof(QuarantineCount.Run))]
    public IReadOnlyList<QuarantineCount> Quarantine { get; init; } = [];
}
