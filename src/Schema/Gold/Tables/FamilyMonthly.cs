using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>What was requested of a family in a month, one row per unit so that quantities never mix units.</summary>
[GoldTable(TableKind.Mart, "familyMonthlyByKey", "familyMonthly", Grain = "one month × family × unit with at least one line")]
public sealed record FamilyMonthly
{
    /// <summary>First day of the month.</summary>
    [Key]
    public required DateOnly Month { get; init; }

    /// <summary>Name of the family.</summary>
    [Key]
    public required string FamilyName { get; init; }

    /// <summary>Unit of the quantity.</summary>
    [Key]
    public required string Unit { get; init; }

    /// <summary>Whether the month lies in the stable window, on which rates and policies are computed.</summary>
    public required bool IsStableWindow { get; init; }

    /// <summary>Quantity requested.</summary>
    [Quantity]
    [Unit("the row's unit")]
    [Formula("Σ quantity")]
    public required decimal Quantity { get; init; }

    /// <summary>Purchase lines.</summary>
    [Unit("lines")]
    public required int Lines { get; init; }

    /// <summary>Different purchase requests.</summary>
    [Unit("requests")]
    public required int Requests { get; init; }

    /// <summary>Different parts.</summary>
    [Unit("parts")]
    public required int Parts { get; init; }

    /// <summary>The family.</summary>
    [Relation(nameof(FamilyName))]
    public required Family Family { get; init; }
}
