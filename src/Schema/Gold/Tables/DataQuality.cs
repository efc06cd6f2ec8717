using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>How often each data quality rule was broken in the run that made this snapshot.</summary>
[GoldTable(TableKind.Mart, "dataQualityByKey", "dataQuality", Grain = "one run × source × rule that was broken")]
public sealed record DataQuality
{
    /// <summary>Identity of the pipeline run that cleaned the rows.</summary>
    [Key]
    public required string RunId { get; init; }

    /// <summary>Name of the source, for example <c>purchase_sheet</c>.</summary>
    [Key]
    public required string Source { get; init; }

    /// <summary>The rule, for example <c>MISSING_PART_CODE</c>.</summary>
    [Key]
    public required string Rule { get; init; }

    /// <summary>What the rule does with a row that breaks it.</summary>
    public required QualityRuleKind Kind { get; init; }

    /// <summary>Rows that break it.</summary>
    [Unit("rows")]
    [Range(1)]
    public required long Rows { get; init; }
}
