using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Who supplies a part, and how much of it depends on whom.</summary>
[GoldTable(TableKind.Mart, "partSupplier", "partSuppliers", Grain = "one part × supplier with at least one line")]
public sealed record PartSupplier
{
    /// <summary>Code of the part.</summary>
    [Key]
    public required string PartCode { get; init; }

    /// <summary>Key of the supplier.</summary>
    [Key]
    public required string SupplierKey { get; init; }

    /// <summary>Lines of the part bought from the supplier.</summary>
    [Unit("lines")]
    public required int Lines { get; init; }

    /// <summary>Share of the supplier in the lines of the part.</summary>
    [Rate]
    [Formula("lines ÷ Σ lines of the part")]
    [Range(0, 1)]
    public required decimal Share { get; init; }

    /// <summary>Whether all lines of the part come from this one supplier.</summary>
    public required bool IsSoleSource { get; init; }

    /// <summary>Mean time from request to order; null when no line has one.</summary>
    [Rate]
    [Unit("days")]
    public decimal? CycleMean { get; init; }

    /// <summary>Date of the newest request.</summary>
    public required DateOnly LastRequestedOn { get; init; }

    /// <summary>The part.</summary>
    [Relation(nameof(PartCode))]
    public required Part Part { get; init; }

    /// <summary>The supplier.</summary>
    [Relation(nameof(SupplierKey))]
    public required Supplier Supplier { get; init; }
}
