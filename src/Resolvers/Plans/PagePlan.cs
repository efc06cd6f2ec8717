using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Plans;

/// <summary>How a list is cut into pages. A plan for a single row has no <see cref="PagePlan"/>.</summary>
internal sealed class PagePlan(string coordinate)
{
    /// <summary>Type and name of the field, as errors name it.</summary>
    public string Coordinate { get; } = coordinate;

    public ValueSource? First { get; init; }

    public ValueSource? Last { get; init; }

    public CursorPlan? After { get; init; }

    public CursorPlan? Before { get; init; }

    /// <summary>Whether rows are counted from the end: <c>last</c> alone.</summary>
    public bool Backward => First is null && Last is not null;
}

/// <summary>One term of an order.</summary>
internal sealed record OrderTerm(ColumnRef Reference, bool Descending)
{
    public GoldType Type => Reference.Column.Type;

    /// <summary>Whether the value can be null: the column may be, or a relation on the way to it.</summary>
    public bool IsNullable { get; } = Reference.Column.Type.IsNullable || Reference.Join.Relation is not null;
}

/// <summary>A cursor argument: its text, and the order that it must belong to.</summary>
internal sealed class CursorPlan(string argument, ValueSource text, IReadOnlyList<OrderTerm> order, string signature)
{
    /// <summary><c>after</c> or <c>before</c>.</summary>
    public string Argument { get; } = argument;

    public ValueSource Text { get; } = text;

    public IReadOnlyList<OrderTerm> Order { get; } = order;

    /// <summary>Short hash of the order, carried by its cursors.</summary>
    public string Signature { get; } = signature;
}
