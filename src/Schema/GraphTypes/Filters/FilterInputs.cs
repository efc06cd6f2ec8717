using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.GraphTypes.Filters;

/// <summary>Builds the filter input of a table: one field per column and relation, and <c>and</c>, <c>or</c> to combine them.</summary>
internal static class FilterInputs
{
    private const string Suffix = "FilterInput";

    public static InputObjectGraphType Of(GoldTable table, GoldTypes types) => types.Named(
        table.Name + Suffix,
        name => new InputObjectGraphType { Name = name, Description = $"Conditions on rows of {table.Name}; all that are given must hold." },
        type =>
        {
            type.AddFields(Combinators.Of(type));
            type.AddFields(table.Members.Select(member => new FieldType
            {
                Name = member.FieldName,
                Description = member.Description,
                ResolvedType = Condition(member, types),
            }));
        });

    private static InputObjectGraphType Condition(GoldMember member, GoldTypes types) => member switch
    {
        GoldColumn column => OperationInputs.Of(column.Type, types),
        ToOneRelation relation => Of(relation.Target, types),
        ToManyRelation relation => ListInputs.Of($"ListFilterInputTypeOf{relation.Target.Name}{Suffix}", Of(relation.Target, types), types),
        _ => throw new InvalidOperationException($"{member.PropertyName} is neither column nor relation."),
    };
}
