using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>The newest stock of a material, all sites together, against its demand. Every figure is null, with a reason, until stock is delivered.</summary>
[GoldTable(TableKind.Mart, "inventoryPosition", "inventoryPositions", Grain = "one material")]
public sealed record InventoryPosition
{
    /// <summary>Code of the part.</summary>
    [Key]
    public required string PartCode { get; init; }

    /// <summary>Unit of all quantities of the row.</summary>
    public required string Unit { get; init; }

    /// <summary>Day of the newest stock count of the part; null when there is none.</summary>
    public DateOnly? CountedOn { get; init; }

    /// <summary>Quantity on hand, each site at its newest count; null when there is none.</summary>
    [Quantity]
    [Unit("the row's unit")]
    public decimal? OnHand { get; init; }

    /// <summary>Quantity ordered and not yet received; null when there is no count or no export says.</summary>
    [Quantity]
    [Unit("the row's unit")]
    public decimal? OnOrder { get; init; }

    /// <summary>Mean daily demand of the stable window (d); null when there was none.</summary>
    [Rate]
    [Unit("the row's unit a day")]
    public decimal? DailyMean { get; init; }

    /// <summary>Days that the stock on hand lasts at mean demand; null without stock or demand.</summary>
    [Rate]
    [Unit("days")]
    [Formula("onHand ÷ dailyMean, the mean not rounded")]
    public decimal? CoverageDays { get; init; }

    /// <summary>Probability that demand during a cycle exceeds the stock on hand, demand taken as normal; null without stock, demand or cycle times.</summary>
    [Rate]
    [Formula("1 − Φ((onHand − d · L) ÷ √(L · σd² + d² · σL²))")]
    [Range(0, 1)]
    public decimal? StockoutProbability { get; init; }

    /// <summary>How soon the stock runs out: coverage under 7, 14 and 30 days; null without coverage.</summary>
    public AlertLevel? AlertLevel { get; init; }

    /// <summary>Quantity that lifts stock on hand and on order to the reorder point; null without stock or reorder point.</summary>
    [Rate]
    [Unit("the row's unit")]
    [Formula("max(0, reorderPoint − onHand − onOrder)")]
    [Range(0)]
    public decimal? SuggestedQuantity { get; init; }

    /// <summary>Why figures are null: the first cause that holds; null when none is missing.</summary>
    public MissingReason? Reason { get; init; }

    /// <summary>The part.</summary>
    [Relation(nameof(PartCode))]
    public required Part Part { get; init; }
}
