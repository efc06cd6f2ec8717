using NovaCorrente.Schema.Access;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Operations.Tables;

/// <summary>Rows of one source that a run set aside for one reason.</summary>
[RequiresRole(Role.Operator)]
[GoldTable(TableKind.Operations, "quarantineCount", "quarantineCounts", Grain = "one run × source × reason")]
public sealed record QuarantineCount
{
    /// <summary>Identity of the run.</summary>
    [Key]
    public required string RunId { get; init; }

    /// <summary>Name of the source.</summary>
    [Key]
    public required string Source { get; init; }

    /// <summary>The rule that was broken, for example <c>MISSING_PART_CODE</c>.</summary>
    [Key]
    public required string Reason { get; init; }

    /// <summary>How many rows.</summary>
    [Unit("rows")]
    public required long Rows { get; init; }

    /// <summary>The run.</summary>
    [Relation(nameof(RunId))]
    public PipelineRun Run { get; init; } = null!;
}
