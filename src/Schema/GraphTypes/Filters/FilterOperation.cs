using NovaCorrente.Schema.GraphTypes.Cost;

namespace NovaCorrente.Schema.GraphTypes.Filters;

/// <summary>An operation of a filter on a single value.</summary>
/// <param name="Name">Its field name.</param>
/// <param name="TakesList">Whether its operand is a list.</param>
/// <param name="Weight">Its weight in the cost analysis.</param>
/// <param name="Description">What it finds.</param>
internal sealed record FilterOperation(string Name, bool TakesList, string Weight, string Description)
{
    private static readonly FilterOperation Eq = Compare("eq", "Equal to this; null finds rows without a value.");
    private static readonly FilterOperation Neq = Compare("neq", "Not equal to this, rows without a value included; null finds rows with one.");
    private static readonly FilterOperation In = new("in", true, CostWeight.Condition, "Equal to one of these; a null among them finds rows without a value.");
    private static readonly FilterOperation Nin = new("nin", true, CostWeight.Condition, "The exact opposite of in.");

    /// <summary>Operations on Booleans.</summary>
    public static IReadOnlyList<FilterOperation> OnBoolean { get; } = [Eq, Neq];

    /// <summary>Operations on enums.</summary>
    public static IReadOnlyList<FilterOperation> OnEnum { get; } = [Eq, Neq, In, Nin];

    /// <summary>Operations on numbers and points in time.</summary>
    public static IReadOnlyList<FilterOperation> OnComparable { get; } =
    [
        Eq, Neq, In, Nin,
        Compare("gt", "Greater than this."),
        Compare("ngt", "The exact opposite of gt: not greater, rows without a value included."),
        Compare("gte", "Greater than or equal to this."),
        Compare("ngte", "The exact opposite of gte, rows without a value included."),
        Compare("lt", "Less than this."),
        Compare("nlt", "The exact opposite of lt: not less, rows without a value included."),
        Compare("lte", "Less than or equal to this."),
        Compare("nlte", "The exact opposite of lte, rows without a value included."),
    ];

    /// <summary>Operations on texts: those of the contract, in which case counts, and the forgiving like.</summary>
    public static IReadOnlyList<FilterOperation> OnText { get; } =
    [
        Eq, Neq,
        Search("contains", "Contains this text; case counts."),
        Search("ncontains", "The exact opposite of contains, rows without a value included."),
        In, Nin,
        Search("startsWith", "Starts with this text; case counts."),
        Search("nstartsWith", "The exact opposite of startsWith, rows without a value included."),
        Search("endsWith", "Ends with this text; case counts."),
        Search("nendsWith", "The exact opposite of endsWith, rows without a value included."),
        Search("like", "Fits this pattern, in which % stands for any text and _ for any one character; neither case nor accents count."),
        Search("nlike", "The exact opposite of like, rows without a value included."),
    ];

    private static FilterOperation Compare(string name, string description) => new(name, false, CostWeight.Condition, description);

    private static FilterOperation Search(string name, string description) => new(name, false, CostWeight.TextSearch, description);
}
