using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Stock counted by the warehouse. Empty until a warehouse export is delivered.</summary>
[GoldTable(TableKind.Fact, "stockPosition", "stockPositions", Grain = "one day × part × site", Layout = [nameof(Date)])]
public sealed record StockPosition
{
    /// <summary>Day of the count.</summary>
    [Key]
    public required DateOnly Date { get; init; }

    /// <summary>Code of the part.</summary>
    [Key]
    public required string PartCode { get; init; }

    /// <summary>Code of the site; <c>UNKNOWN</c> when missing.</summary>
    [Key]
    public required string SiteCode { get; init; }

    /// <summary>Quantity on hand.</summary>
    [Quantity]
    [Unit("the part's unit")]
    [Range(0, Severity = CheckSeverity.Warn)]
    public required decimal OnHand { get; init; }

    /// <summary>Quantity ordered and not yet received; null when the export does not say.</summary>
    [Quantity]
    [Unit("the part's unit")]
    [Range(0, Severity = CheckSeverity.Warn)]
    public decimal? OnOrder { get; init; }

    /// <summary>The part.</summary>
    [Relation(nameof(PartCode))]
    public required Part Part { get; init; }

    /// <summary>The site.</summary>
    [Relation(nameof(SiteCode))]
    public required Site Site { get; init; }
}
