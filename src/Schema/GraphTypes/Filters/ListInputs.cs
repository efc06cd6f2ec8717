using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Cost;

namespace NovaCorrente.Schema.GraphTypes.Filters;

/// <summary>Builds the filter inputs of lists, of values or of related rows: <c>all none some any</c>.</summary>
internal static class ListInputs
{
    public static InputObjectGraphType Of(string name, InputObjectGraphType element, GoldTypes types) => types.Named(
        name,
        typeName => new InputObjectGraphType { Name = typeName, Description = "Conditions on a list; all that are given must hold." },
        type => type.AddFields(
        [
            Field("all", "No element fails this; an empty list passes.", element),
            Field("none", "No element satisfies this.", element),
            Field("some", "At least one element satisfies this.", element),
            Field("any", "Whether there is any element.", types.Scalar(GoldScalar.Boolean)),
        ]));

    private static FieldType Field(string name, string description, IGraphType type) =>
        new FieldType { Name = name, Description = description, ResolvedType = type }.WithCost(CostWeight.Condition);
}
