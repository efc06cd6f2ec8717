using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Model.Grouping;
using NovaCorrente.Schema.GraphTypes.Filters;

namespace NovaCorrente.Schema.GraphTypes.Aggregates;

/// <summary>Builds the conditions on groups: on the count and on every figure.</summary>
internal static class HavingInputs
{
    public static InputObjectGraphType Of(GoldTable table, GoldTypes types) => types.Named(
        table.Name + "HavingInput",
        name => new InputObjectGraphType { Name = name, Description = $"Conditions on groups of {table.Name} rows; all that are given must hold." },
        type =>
        {
            type.AddFields(Combinators.Of(type));
            type.AddField(new FieldType { Name = "count", Description = "The number of rows.", ResolvedType = OperationInputs.Of(new GoldType(GoldScalar.Long, false, false), types) });
            type.AddFields(Measure.Of(table).Select(measure => new FieldType
            {
                Name = measure.FieldName,
                Description = measure.Column.Description,
                ResolvedType = Figures(measure.Column.Type, types),
            }));
        });

    private static InputObjectGraphType Figures(GoldType column, GoldTypes types)
    {
        var value = types.Value(column).Name;
        return types.Named(
            value + "MeasureFilterInput",
            name => new InputObjectGraphType { Name = name, Description = $"Conditions on figures over a column of type {value}; all that are given must hold." },
            type => type.AddFields(AggregateFunctions.Of(column).Select(function => new FieldType
            {
                Name = function.FieldName(),
                Description = $"On {function.FieldName()}.",
                ResolvedType = OperationInputs.Of(AggregateFunctions.ResultOf(function, column), types),
            })));
    }
}
