using System.Collections.Frozen;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>The contract's names of filter operations and filter types.</summary>
internal static class FilterNames
{
    /// <summary>The positive comparing operations; each has a negation with <c>n</c> before it.</summary>
    public static readonly FrozenDictionary<string, Comparator> Comparators = new Dictionary<string, Comparator>
    {
        ["gt"] = Comparator.Greater,
        ["gte"] = Comparator.GreaterOrEqual,
        ["lt"] = Comparator.Less,
        ["lte"] = Comparator.LessOrEqual,
        ["contains"] = Comparator.Contains,
        ["startsWith"] = Comparator.StartsWith,
        ["endsWith"] = Comparator.EndsWith,
        ["like"] = Comparator.Like,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string ListOf(GoldTable table) => $"ListFilterInputTypeOf{table.Name}FilterInput";

    public static string Operations(GoldType type) =>
        (type.Scalar is GoldScalar.Enum && type.IsNullable ? "NullableOf" : "") + Scalar(type) + "OperationFilterInput";

    public static string Scalar(GoldType type) => type.Scalar switch
    {
        GoldScalar.Text => "String",
        GoldScalar.Boolean => "Boolean",
        GoldScalar.Int => "Int",
        GoldScalar.Long => "Long",
        GoldScalar.Decimal => "Decimal",
        GoldScalar.Float => "Float",
        GoldScalar.Date => "LocalDate",
        GoldScalar.DateTime => "DateTime",
        GoldScalar.Enum => type.EnumType!.Name,
        _ => throw new InvalidOperationException($"No GraphQL type for {type.Scalar}."),
    };
}
