using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>A family of parts or services, as the purchasing system names it.</summary>
[GoldTable(TableKind.Dimension, "family", "families", Grain = "one family name")]
public sealed record Family
{
    /// <summary>Name of the family, in upper case as in the source; <c>UNKNOWN</c> stands for a missing one.</summary>
    [Key]
    public required string Name { get; init; }

    /// <summary>Whether every line of the family was bought in the service unit SR.</summary>
    public required bool IsService { get; init; }

    /// <summary>The parts of the family.</summary>
    [InverseOf(nameof(Part.Family))]
    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>The purchase lines of the family.</summary>
    [InverseOf(nameof(PurchaseLine.Family))]
    public IReadOnlyList<PurchaseLine> PurchaseLines { get; init; } = [];

    /// <summary>What was requested of the family month by month and unit by unit.</summary>
    [InverseOf(nameof(FamilyMonthly.Family))]
    public IReadOnlyList<FamilyMonthly> Monthly { get; init; } = [];
}
