namespace NovaCorrente.Pipeline.Sample.World;

/// <summary>A family of parts.</summary>
/// <param name="Name">As delivered.</param>
/// <param name="Weight">How many of the parts belong to it, relative to the other families.</param>
/// <param name="Season">Month (1–12) of the highest demand, 0 for none.</param>
/// <param name="Things">What its parts are.</param>
internal sealed record SampleFamily(string Name, double Weight, int Season, IReadOnlyList<SampleThing> Things)
{
    /// <summary>The unit of services.</summary>
    public const string ServiceUnit = "SR";

    /// <summary>Whether its parts are services.</summary>
    public bool IsService => Things[0].Unit == ServiceUnit;
}

/// <summary>A kind of part: a noun, its variants and the sizes it comes in; each combination is a part.</summary>
internal sealed record SampleThing(string Name, string Unit, string Variants, string Sizes)
{
    /// <summary>The variants one by one.</summary>
    public IReadOnlyList<string> EachVariant { get; } = Variants.Split('|');

    /// <summary>The sizes one by one.</summary>
    public IReadOnlyList<string> EachSize { get; } = Sizes.Split('|');
}
