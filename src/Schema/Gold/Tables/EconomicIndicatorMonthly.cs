using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Monthly indicators of the Brazilian statistics office (IBGE).</summary>
[GoldTable(TableKind.Fact, "economicIndicatorMonthlyByKey", "economicIndicatorMonthly", Grain = "one indicator × month")]
public sealed record EconomicIndicatorMonthly
{
    /// <summary>The indicator: <c>IPCA</c>, <c>IPCA15</c>, <c>INPC</c>, <c>UNEMPLOYMENT</c>.</summary>
    [Key]
    public required string Indicator { get; init; }

    /// <summary>First day of the month; for a moving quarter, of its last month.</summary>
    [Key]
    public required DateOnly Month { get; init; }

    /// <summary>Name of the indicator as the statistics office writes it; null when not given.</summary>
    public string? IndicatorName { get; init; }

    /// <summary>The value; null when none was published.</summary>
    [Rate]
    [Unit("the row's unit")]
    public decimal? Value { get; init; }

    /// <summary>Unit of the value; null when not given.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether the value is a change against the month before, which accumulates, or a level, which does not.</summary>
    public required bool IsRateOfChange { get; init; }

    /// <summary>Accumulated change over the last 12 months; null, with a reason, when it has no meaning.</summary>
    [Rate]
    [Unit("%")]
    [Formula("100 · (Π (1 + value ÷ 100) over 12 full months − 1)")]
    public decimal? TwelveMonthAccumulated { get; init; }

    /// <summary>Why the value or the accumulated change is null; null when neither is.</summary>
    public MissingReason? Reason { get; init; }
}
