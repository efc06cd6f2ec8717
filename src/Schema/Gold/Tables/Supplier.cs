using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>A company or person that parts or services have been bought from.</summary>
[GoldTable(TableKind.Dimension, "supplier", "suppliers", Grain = "one supplier, all spellings of its name together")]
public sealed record Supplier
{
    /// <summary>
    /// The supplier's name without accents, punctuation and legal form; <c>UNKNOWN</c> stands for a missing one. For a natural person
    /// it is <c>PF-</c> and a code derived from the name, so that no key names anybody.
    /// </summary>
    [Key]
    public required string SupplierKey { get; init; }

    /// <summary>The supplier's commonest spelling; masked below the role ANALYST for natural persons.</summary>
    [PersonalData(nameof(Kind), "INDIVIDUAL")]
    public required string DisplayName { get; init; }

    /// <summary>Company or natural person.</summary>
    public required SupplierKind Kind { get; init; }

    /// <summary>How many spellings of the name the source holds.</summary>
    [Unit("spellings")]
    public required int Spellings { get; init; }

    /// <summary>How the supplier performs.</summary>
    [Relation(nameof(SupplierKey))]
    public SupplierPerformance? Performance { get; init; }

    /// <summary>The lines bought from the supplier.</summary>
    [InverseOf(nameof(PurchaseLine.Supplier))]
    public IReadOnlyList<PurchaseLine> PurchaseLines { get; init; } = [];

    /// <summary>The parts bought from the supplier, with its share in each.</summary>
    [InverseOf(nameof(PartSupplier.Supplier))]
    public IReadOnlyList<PartSupplier> Parts { get; init; } = [];
}
