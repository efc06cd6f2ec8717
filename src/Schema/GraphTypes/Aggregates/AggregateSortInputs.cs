using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Model.Grouping;
using NovaCorrente.Schema.GraphTypes.Sorting;

namespace NovaCorrente.Schema.GraphTypes.Aggregates;

/// <summary>Builds the orders of groups: by key, level, count and every figure.</summary>
internal static class AggregateSortInputs
{
    public static InputObjectGraphType Of(GoldTable table, GoldTypes types) => types.Named(
        AggregateSortNames.Groups(table),
        name => new InputObjectGraphType { Name = name, Description = $"An order of groups of {table.Name} rows; fields count in the order in which they are written." },
        type =>
        {
            type.AddField(new FieldType { Name = "key", Description = "By a value of the key.", ResolvedType = Key(table, types) });
            type.AddField(Field("level", "By how many keys a row is summed over.", types));
            type.AddField(Field("count", "By the number of rows.", types));
            type.AddFields(Measure.Of(table).Select(measure => new FieldType
            {
                Name = measure.FieldName,
                Description = measure.Column.Description,
                ResolvedType = Figures(measure.Column.Type, types),
            }));
        });

    private static InputObjectGraphType Key(GoldTable table, GoldTypes types) => types.Named(
        AggregateSortNames.Key(table),
        name => new InputObjectGraphType { Name = name, Description = "An order by values of the key; only values that are grouped by can be given." },
        type => type.AddFields(GroupKeys.Of(table).Select(key => Field(key.FieldName, key.Column.Description, types))));

    private static InputObjectGraphType Figures(GoldType column, GoldTypes types) => types.Named(
        AggregateSortNames.Figures(column),
        name => new InputObjectGraphType { Name = name, Description = "An order by figures over a column." },
        type => type.AddFields(AggregateFunctions.Of(column).Select(function => Field(function.FieldName(), $"By {function.FieldName()}.", types))));

    private static FieldType Field(string name, string description, GoldTypes types) =>
        new() { Name = name, Description = description, ResolvedType = SortInputs.Direction(types) };
}
