using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>
/// Demand statistics and stock policy of a material over the stable window. Only lines in the part's usual unit count,
/// so that quantities never mix units.
/// </summary>
[GoldTable(TableKind.Mart, "partPolicy", "partPolicies", Grain = "one material with demand in the stable window")]
public sealed record PartPolicy
{
    /// <summary>Code of the part.</summary>
    [Key]
    public required string PartCode { get; init; }

    /// <summary>Unit of all quantities of the row.</summary>
    public required string Unit { get; init; }

    /// <summary>First day of the stable window.</summary>
    public required DateOnly WindowStart { get; init; }

    /// <summary>Last day of the stable window.</summary>
    public required DateOnly WindowEnd { get; init; }

    /// <summary>Days of the stable window, weekends included (N).</summary>
    [Unit("days")]
    [Range(28)]
    public required int WindowDays { get; init; }

    /// <summary>Purchase lines in the window.</summary>
    [Unit("lines")]
    [Range(1)]
    public required int Lines { get; init; }

    /// <summary>Days of the window on which the part was requested.</summary>
    [Unit("days")]
    [Range(1)]
    public required int BuyingDays { get; init; }

    /// <summary>Quantity requested in the window.</summary>
    [Quantity]
    [Unit("the row's unit")]
    public required decimal TotalQuantity { get; init; }

    /// <summary>Mean daily demand, days without demand included (d).</summary>
    [Rate]
    [Unit("the row's unit a day")]
    [Formula("totalQuantity ÷ windowDays")]
    public required decimal DailyMean { get; init; }

    /// <summary>Sample standard deviation of the daily demand, days without demand included (σd).</summary>
    [Rate]
    [Unit("the row's unit a day")]
    [Formula("√(Σ (q − d)² ÷ (N − 1))")]
    [Range(0)]
    public required decimal DailyStddev { get; init; }

    /// <summary>Average demand interval: days from one buying day to the next.</summary>
    [Rate]
    [Unit("days")]
    [Formula("windowDays ÷ buyingDays")]
    [Range(1)]
    public required decimal Adi { get; init; }

    /// <summary>Squared coefficient of variation of the quantities of the buying days (population); 0 for a single one.</summary>
    [Rate]
    [Formula("(σ ÷ mean of the quantities of buying days)²")]
    [Range(0)]
    public required decimal CvSquared { get; init; }

    /// <summary>Shape of the demand: ADI against 1.32 and CV² against 0.49.</summary>
    public required DemandPattern Pattern { get; init; }

    /// <summary>Importance by number of lines in the window: lines descending, then part code.</summary>
    public required AbcClass AbcClass { get; init; }

    /// <summary>Share of all lines that the more important parts before this one hold.</summary>
    [Rate]
    [Formula("Σ lines of the parts before ÷ Σ lines")]
    [Range(0, 1)]
    public required decimal AbcShareBefore { get; init; }

    /// <summary>Steadiness by the coefficient of variation of the monthly quantity.</summary>
    public required XyzClass XyzClass { get; init; }

    /// <summary>Population coefficient of variation of the monthly quantity, months without demand included.</summary>
    [Rate]
    [Formula("σ ÷ mean of the monthly quantities")]
    [Range(0)]
    public required decimal MonthlyCv { get; init; }

    /// <summary>Lines with a time from request to order, over all accepted lines of the part (n).</summary>
    [Unit("lines")]
    [Range(0)]
    public required int CycleCount { get; init; }

    /// <summary>Mean time from request to order over all accepted lines (L); null when no line has one.</summary>
    [Rate]
    [Unit("days")]
    [Range(0)]
    public decimal? CycleMean { get; init; }

    /// <summary>Sample standard deviation of the time from request to order (σL); null with fewer than 2.</summary>
    [Rate]
    [Unit("days")]
    [Range(0)]
    public decimal? CycleStddev { get; init; }

    /// <summary>Factor of the service level (z): 1.645 keeps 95 % of cycles without stockout.</summary>
    [Rate]
    public required decimal ServiceLevelZ { get; init; }

    /// <summary>Stock kept against variation of demand and cycle; null, with a reason, when the cycle is unknown.</summary>
    [Rate]
    [Unit("the row's unit")]
    [Formula("z · √(L · σd² + d² · σL²)")]
    [Range(0)]
    public decimal? SafetyStock { get; init; }

    /// <summary>Stock at which to order again; null, with a reason, when the cycle is unknown.</summary>
    [Rate]
    [Unit("the row's unit")]
    [Formula("d · L + safetyStock")]
    [Range(0)]
    public decimal? ReorderPoint { get; init; }

    /// <summary>Safety stock and reorder point with their figures filled in; null when there are too few cycle times.</summary>
    public string? Formula { get; init; }

    /// <summary>Whether there is enough history behind the policy.</summary>
    public required PolicyConfidence Confidence { get; init; }

    /// <summary>Why safety stock and reorder point are null; null when they are not.</summary>
    public MissingReason? Reason { get; init; }

    /// <summary>The part.</summary>
    [Relation(nameof(PartCode))]
    public required Part Part { get; init; }
}
