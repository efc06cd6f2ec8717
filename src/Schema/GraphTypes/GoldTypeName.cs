using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Scalars;

namespace NovaCorrente.Schema.GraphTypes;

/// <summary>Spells the GraphQL type of a column, for example <c>[QualityFlag!]!</c>.</summary>
public static class GoldTypeName
{
    /// <summary>The type with its list and non-null marks.</summary>
    public static string Of(GoldType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var value = type.Scalar is GoldScalar.Enum ? type.EnumType!.Name : ScalarTypes.NameOf(type.Scalar);
        return (type.IsList ? $"[{value}!]" : value) + (type.IsNullable ? "" : "!");
    }
}
