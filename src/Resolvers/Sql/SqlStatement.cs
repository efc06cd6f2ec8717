using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Sql;

/// <summary>A statement and the sources of its parameters, in the order of their numbers.</summary>
internal sealed record SqlStatement(string Text, IReadOnlyList<SqlParameter> Parameters);

/// <summary>One parameter.</summary>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Type">The type it is bound as.</param>
/// <param name="Rounding">What happens to a decimal with more digits than the type holds.</param>
internal sealed record SqlParameter(ValueSource Source, GoldType Type, Rounding Rounding);

/// <summary>
/// A DECIMAL(p,s) column is compared with a parameter of the same type, so that the comparison stays as cheap as one of integers. A finer
/// parameter is rounded to the neighbour that leaves the comparison's outcome as it was.
/// </summary>
internal enum Rounding
{
    /// <summary>No column value equals it: bound as null, which makes equality unknown.</summary>
    NullIfInexact,

    /// <summary>To the next smaller value: for <c>&gt;</c> and <c>&lt;=</c>.</summary>
    Down,

    /// <summary>To the next larger value: for <c>&gt;=</c> and <c>&lt;</c>.</summary>
    Up,
}
