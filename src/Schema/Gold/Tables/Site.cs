using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>
/// A place or person that material was bought for: every site of the registry and every depot of a purchase line.
/// </summary>
[GoldTable(TableKind.Dimension, "site", "sites", Grain = "one site code")]
public sealed record Site
{
    /// <summary>
    /// Code of the site as the source writes it; <c>UNKNOWN</c> stands for a missing one. Where the code is the name of a person or
    /// contractor it is replaced by <c>PC-</c> and a code derived from the name, so that no key names anybody.
    /// </summary>
    [Key]
    public required string SiteCode { get; init; }

    /// <summary>The code or name of the site as the source writes it; masked below the role ANALYST for persons and contractors.</summary>
    [PersonalData(nameof(Kind), "PERSON_OR_CONTRACTOR")]
    public required string Name { get; init; }

    /// <summary>What the site is, read from the shape of its code.</summary>
    public required SiteKind Kind { get; init; }

    /// <summary>The Brazilian state of the site, two letters; null when its code does not tell.</summary>
    public string? State { get; init; }

    /// <summary>Whether the registry of sites lists it.</summary>
    public required bool IsInRegistry { get; init; }

    /// <summary>Its lowest id in the registry of sites; null when it is not listed.</summary>
    public int? RegistryId { get; init; }

    /// <summary>Whether any purchase line names it, as delivered or realigned.</summary>
    public required bool HasPurchases { get; init; }

    /// <summary>How far figures by this site can be relied on.</summary>
    public required SiteTrust Trust { get; init; }

    /// <summary>The purchase lines that name the site as delivered.</summary>
    [InverseOf(nameof(PurchaseLine.Site))]
    public IReadOnlyList<PurchaseLine> PurchaseLines { get; init; } = [];

    /// <summary>The purchase lines that belong to the site once the source's misaligned depots are moved back to the material lines.</summary>
    [InverseOf(nameof(PurchaseLine.RealignedSite))]
    public IReadOnlyList<PurchaseLine> RealignedPurchaseLines { get; init; } = [];

    /// <summary>What was requested for the site day by day, by the site as delivered.</summary>
    [InverseOf(nameof(Tables.DemandDaily.Site))]
    public IReadOnlyList<DemandDaily> DemandDaily { get; init; } = [];

    /// <summary>The stock counts at the site.</summary>
    [InverseOf(nameof(StockPosition.Site))]
    public IReadOnlyList<StockPosition> StockPositions { get; init; } = [];

    /// <summary>The forecasts of demand at the site.</summary>
    [InverseOf(nameof(DemandForecast.Site))]
    public IReadOnlyList<DemandForecast> DemandForecasts { get; init; } = [];
}
