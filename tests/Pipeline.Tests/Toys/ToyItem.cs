using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Tests.Toys;

/// <summary>A thing with a column of every gold type.</summary>
[GoldTable(TableKind.Dimension, "toyItem", "toyItems", Grain = "one code", Layout = [nameof(Kind)])]
public sealed record ToyItem
{
    /// <summary>Code.</summary>
    [Key]
    public required string Code { get; init; }

    /// <summary>Kind.</summary>
    public required ToyKind Kind { get; init; }

    /// <summary>Price.</summary>
    [Money]
    public required decimal? Price { get; init; }

    /// <summary>Count.</summary>
    public required int Count { get; init; }

    /// <summary>Total.</summary>
    public required long Total { get; init; }

    /// <summary>Weight.</summary>
    public required double Weight { get; init; }

    /// <summary>Whether it is sold.</summary>
    public required bool IsSold { get; init; }

    /// <summary>Day.</summary>
    public required DateOnly? Day { get; init; }

    /// <summary>Time.</summary>
    public required DateTime? SeenAt { get; init; }

    /// <summary>Tags.</summary>
    public required IReadOnlyList<string> Tags { get; init; }
}

/// <summary>Kinds.</summary>
public enum ToyKind
{
    /// <summary>Big.</summary>
    Big,

    /// <summary>Small.</summary>
    Small,
}
