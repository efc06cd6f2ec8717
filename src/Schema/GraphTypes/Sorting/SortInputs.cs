using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Cost;

namespace NovaCorrente.Schema.GraphTypes.Sorting;

/// <summary>Builds the sort input of a table: a direction per single-valued column, and the sort inputs of its to-one relations.</summary>
internal static class SortInputs
{
    public const string Suffix = "SortInput";

    public static InputObjectGraphType Of(GoldTable table, GoldTypes types) => types.Named(
        table.Name + Suffix,
        name => new InputObjectGraphType
        {
            Name = name,
            Description = $"An order of {table.Name} rows; fields count in the order in which they are written, so one per object reads best.",
        },
        type => type.AddFields(table.Members.Select(m => Field(m, types)).OfType<FieldType>()));

    private static FieldType? Field(GoldMember member, GoldTypes types)
    {
        IGraphType? type = member switch
        {
            GoldColumn { Type.IsList: false } => Direction(types),
            ToOneRelation relation => Of(relation.Target, types),
            _ => null,
        };
        return type is null
            ? null
            : new FieldType { Name = member.FieldName, Description = member.Description, ResolvedType = type }.WithCost(CostWeight.Condition);
    }

    public static EnumerationGraphType Direction(GoldTypes types) => types.Named("SortEnumType", name =>
    {
        var type = new EnumerationGraphType { Name = name, Description = "The direction of an order; nulls come last either way." };
        type.Add(new EnumValueDefinition("ASC", SortDirection.Ascending) { Description = "Smallest first." });
        type.Add(new EnumValueDefinition("DESC", SortDirection.Descending) { Description = "Largest first." });
        return type;
    });
}
