using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Tables;

namespace NovaCorrente.Schema.Gold.Computed;

/// <summary>Something that a search has found.</summary>
[GoldTable(TableKind.Computed, "searchHit", "search", Grain = "one part, supplier or site")]
public sealed record SearchHit
{
    /// <summary>What was found.</summary>
    [Key]
    public required SearchKind Kind { get; init; }

    /// <summary>Its code or key.</summary>
    [Key]
    public required string Key { get; init; }

    /// <summary>Its name; masked like the name itself.</summary>
    public required string Title { get; init; }

    /// <summary>How well it fits, from 0 to 1: 1 for the very key or name, then beginnings, parts of words, and likeness.</summary>
    public required double Score { get; init; }

    /// <summary>Code of the part, for a part.</summary>
    public string? PartCode { get; init; }

    /// <summary>Key of the supplier, for a supplier.</summary>
    public string? SupplierKey { get; init; }

    /// <summary>Code of the site, for a site.</summary>
    public string? SiteCode { get; init; }

    /// <summary>The part that was found.</summary>
    [Relation(nameof(PartCode))]
    public Part? Part { get; init; }

    /// <summary>The supplier that was found.</summary>
    [Relation(nameof(SupplierKey))]
    public Supplier? Supplier { get; init; }

    /// <summary>The site that was found.</summary>
    [Relation(nameof(SiteCode))]
    public Site? Site { get; init; }
}

/// <summary>What a search looks through.</summary>
public enum SearchKind
{
    /// <summary>Parts, by code and name.</summary>
    Part,

    /// <summary>Suppliers, by key and name.</summary>
    Supplier,

    /// <summary>Sites, by code.</summary>
    Site,
}
