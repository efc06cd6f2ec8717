namespace NovaCorrente.Schema.Gold.Model;

/// <summary>Declares a record as a table that is served: its role, its grain, its GraphQL root fields and its physical order.</summary>
/// <param name="kind">The role of the table in the model.</param>
/// <param name="singular">Name of the by-key root field, for example <c>part</c>.</param>
/// <param name="plural">Name of the list root field, for example <c>parts</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GoldTableAttribute(TableKind kind, string singular, string plural) : Attribute
{
    /// <summary>The role of the table in the model.</summary>
    public TableKind Kind { get; } = kind;

    /// <summary>Name of the by-key root field.</summary>
    public string Singular { get; } = singular;

    /// <summary>Name of the list root field.</summary>
    public string Plural { get; } = plural;

    /// <summary>What one row stands for, in words.</summary>
    public required string Grain { get; init; }

    /// <summary>
    /// Property names in the order in which published rows are laid out. Row groups then cover narrow ranges of these columns,
    /// which is what lets a filter or a keyset page skip the rest. The key is the default.
    /// </summary>
    public string[] Layout { get; init; } = [];

    /// <summary>
    /// Name of a Boolean property that holds in at most one row, the current one. The by-key field then answers that row when it is asked
    /// without a key.
    /// </summary>
    public string? CurrentMark { get; init; }
}

/// <summary>The role of a table.</summary>
public enum TableKind
{
    /// <summary>A thing that facts refer to.</summary>
    Dimension,

    /// <summary>Something that happened or was measured.</summary>
    Fact,

    /// <summary>A figure computed from facts, ready to be shown.</summary>
    Mart,

    /// <summary>Rows that a query computes for one request; stored nowhere.</summary>
    Computed,

    /// <summary>The service's own record of its work: served by the same compiler, but live instead of from a snapshot.</summary>
    Operations,
}
