namespace NovaCorrente.Pipeline.Sample.World;

/// <summary>A part or a service.</summary>
internal sealed record SamplePart
{
    public required int Index { get; init; }
    public required string Code { get; init; }
    public required bool HasOddCode { get; init; }
    public required string Name { get; init; }
    public required SampleFamily Family { get; init; }
    public required string Unit { get; init; }

    /// <summary>Share of the months in which anybody asks for it.</summary>
    public required double Activity { get; init; }

    /// <summary>Typical quantity of a line.</summary>
    public required double TypicalQuantity { get; init; }

    /// <summary>How far quantities spread: 0 always the same, 1 anything from a tenth to ten times.</summary>
    public required double Spread { get; init; }

    /// <summary>Who sells it, the usual one first.</summary>
    public required IReadOnlyList<SampleSupplier> Suppliers { get; init; }

    public bool IsService => Family.IsService;
}
