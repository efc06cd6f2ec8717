using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Tests.Toys;

/// <summary>A figure per kind.</summary>
[GoldTable(TableKind.Mart, "toyTotal", "toyTotals", Grain = "one kind")]
public sealed record ToyTotal
{
    /// <summary>Kind.</summary>
    [Key]
    public required ToyKind Kind { get; init; }

    /// <summary>Items.</summary>
    public required long Items { get; init; }
}
