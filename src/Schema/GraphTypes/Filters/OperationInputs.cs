using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Cost;

namespace NovaCorrente.Schema.GraphTypes.Filters;

/// <summary>Builds the filter inputs of single values, such as <c>DecimalOperationFilterInput</c>, and of lists of values.</summary>
internal static class OperationInputs
{
    private const string Suffix = "OperationFilterInput";

    public static InputObjectGraphType Of(GoldType type, GoldTypes types)
    {
        var single = Single(type, types);
        return type.IsList ? ListInputs.Of("List" + single.Name[..^"FilterInput".Length] + "FilterInput", single, types) : single;
    }

    private static InputObjectGraphType Single(GoldType type, GoldTypes types)
    {
        var value = types.Value(type);
        var valueName = type.Scalar is GoldScalar.Enum ? type.EnumType!.Name : Scalars.ScalarTypes.NameOf(type.Scalar);

        // Only enums tell nullable from non-null columns: elsewhere both share one input.
        var nullableEnum = type is { Scalar: GoldScalar.Enum, IsNullable: true, IsList: false };
        return types.Named(
            (nullableEnum ? "NullableOf" : "") + valueName + Suffix,
            name => new InputObjectGraphType { Name = name, Description = $"Conditions on a value of type {valueName}; all that are given must hold." },
            self =>
            {
                if (type.Scalar is GoldScalar.Text)
                {
                    self.AddFields(Combinators.Of(self));
                }

                var element = type.Scalar is GoldScalar.Enum && !nullableEnum ? value.NonNull() : value;
                self.AddFields(Operations(type.Scalar).Select(operation => new FieldType
                {
                    Name = operation.Name,
                    Description = operation.Description,
                    ResolvedType = operation.TakesList ? element.ListOf() : value,
                }.WithCost(operation.Weight)));
            });
    }

    private static IReadOnlyList<FilterOperation> Operations(GoldScalar scalar) => scalar switch
    {
        GoldScalar.Text => FilterOperation.OnText,
        GoldScalar.Boolean => FilterOperation.OnBoolean,
        GoldScalar.Enum => FilterOperation.OnEnum,
        _ => FilterOperation.OnComparable,
    };
}
