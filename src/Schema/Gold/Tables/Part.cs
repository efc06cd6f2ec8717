using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>A material or service that has been requested at least once.</summary>
[GoldTable(TableKind.Dimension, "part", "parts", Grain = "one part code")]
public sealed record Part
{
    /// <summary>Code of the part in the purchasing system; leading zeros are part of it.</summary>
    [Key]
    public required string PartCode { get; init; }

    /// <summary>Name of the part in its newest line; <c>UNKNOWN</c> stands for a missing one.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the family that the part belongs to in its newest line.</summary>
    public required string FamilyName { get; init; }

    /// <summary>The unit in which the part is bought most often, for example <c>UN</c>, <c>M</c> or <c>KG</c>; of equally frequent ones the first by name.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether the part has been bought in more than one unit; its quantities are then not to be added up.</summary>
    public required bool HasMixedUnits { get; init; }

    /// <summary>Whether the part is a service: bought most often in the unit SR.</summary>
    public required bool IsService { get; init; }

    /// <summary>Date of its first request.</summary>
    public required DateOnly FirstRequestedOn { get; init; }

    /// <summary>Date of its newest request.</summary>
    public required DateOnly LastRequestedOn { get; init; }

    /// <summary>The family that the part belongs to.</summary>
    [Relation(nameof(FamilyName))]
    public required Family Family { get; init; }

    /// <summary>The stock policy of the part; none for a service and for a material without demand in the stable window.</summary>
    [Relation(nameof(PartCode))]
    public PartPolicy? Policy { get; init; }

    /// <summary>The stock of the part against its demand; none for a service.</summary>
    [Relation(nameof(PartCode))]
    public InventoryPosition? Inventory { get; init; }

    /// <summary>The purchase lines of the part.</summary>
    [InverseOf(nameof(PurchaseLine.Part))]
    public IReadOnlyList<PurchaseLine> PurchaseLines { get; init; } = [];

    /// <summary>What was requested of the part day by day.</summary>
    [InverseOf(nameof(Tables.DemandDaily.Part))]
    public IReadOnlyList<DemandDaily> DemandDaily { get; init; } = [];

    /// <summary>The suppliers of the part, with their share in it.</summary>
    [InverseOf(nameof(PartSupplier.Part))]
    public IReadOnlyList<PartSupplier> Suppliers { get; init; } = [];

    /// <summary>The stock counts of the part.</summary>
    [InverseOf(nameof(StockPosition.Part))]
    public IReadOnlyList<StockPosition> StockPositions { get; init; } = [];

    /// <summary>The forecasts of the part's demand.</summary>
    [InverseOf(nameof(DemandForecast.Part))]
    public IReadOnlyList<DemandForecast> DemandForecasts { get; init; } = [];
}
