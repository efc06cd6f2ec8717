using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Tests.Toys;

/// <summary>A rate of a day, from a source of its own.</summary>
[GoldTable(TableKind.Fact, "toyRate", "toyRates", Grain = "one day")]
public sealed record ToyRate
{
    /// <summary>Day.</summary>
    [Key]
    public required DateOnly Day { get; init; }

    /// <summary>Value.</summary>
    [Rate]
    public required decimal Value { get; init; }
}
