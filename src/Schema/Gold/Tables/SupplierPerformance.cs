using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>How a supplier performs, over all its lines. The source has no delivery dates: cycles end with the order.</summary>
[GoldTable(TableKind.Mart, "supplierPerformanceByKey", "supplierPerformance", Grain = "one supplier")]
public sealed record SupplierPerformance
{
    /// <summary>Key of the supplier.</summary>
    [Key]
    public required string SupplierKey { get; init; }

    /// <summary>Purchase lines.</summary>
    [Unit("lines")]
    public required int Lines { get; init; }

    /// <summary>Different parts and services.</summary>
    [Unit("parts")]
    public required int Parts { get; init; }

    /// <summary>Share in the lines of all suppliers.</summary>
    [Rate]
    [Formula("lines ÷ Σ lines of all suppliers")]
    [Range(0, 1)]
    public required decimal Share { get; init; }

    /// <summary>Lines with a time from request to order.</summary>
    [Unit("lines")]
    public required int CycleCount { get; init; }

    /// <summary>Mean time from request to order; null when no line has one.</summary>
    [Rate]
    [Unit("days")]
    public decimal? CycleMean { get; init; }

    /// <summary>Median time from request to order; null when no line has one.</summary>
    [Rate]
    [Unit("days")]
    [Formula("quantile_cont 0.5")]
    public decimal? CycleMedian { get; init; }

    /// <summary>The time from request to order that 9 of 10 lines keep; null when no line has one.</summary>
    [Rate]
    [Unit("days")]
    [Formula("quantile_cont 0.9")]
    public decimal? CycleP90 { get; init; }

    /// <summary>Share of the lines with a known time that were ordered within 7 days; null when no line has one.</summary>
    [Rate]
    [Formula("lines with requestToOrderDays ≤ 7 ÷ cycleCount")]
    [Range(0, 1)]
    public decimal? ShareWithin7Days { get; init; }

    /// <summary>Share of the lines that were ordered before they were requested.</summary>
    [Rate]
    [Formula("retroactive lines ÷ lines")]
    [Range(0, 1)]
    public required decimal RetroactiveShare { get; init; }

    /// <summary>Date of the newest order; null when no line has an order date.</summary>
    public DateOnly? LastOrderedOn { get; init; }

    /// <summary>The supplier.</summary>
    [Relation(nameof(SupplierKey))]
    public required Supplier Supplier { get; init; }
}
