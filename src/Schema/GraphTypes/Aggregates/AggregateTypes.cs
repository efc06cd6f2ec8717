using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Model.Grouping;
using NovaCorrente.Schema.GraphTypes.Paging;

namespace NovaCorrente.Schema.GraphTypes.Aggregates;

/// <summary>Builds the rows of an aggregate: a key, a count and, per column, its figures.</summary>
internal static class AggregateTypes
{
    public static ObjectGraphType Connection(GoldTable table, GoldTypes types) =>
        ConnectionTypes.Of(Naming.Pascal(table.Plural) + AggregateFields.Suffix, Row(table, types), table, types);

    /// <summary>Figures without a key, under a row of another table.</summary>
    public static ObjectGraphType Totals(GoldTable table, GoldTypes types) => types.Named(
        table.Name + "Totals",
        name => new ObjectGraphType { Name = name, Description = $"Figures over rows of {table.Name}." },
        type => type.AddFields(Figures(table, types)));

    private static ObjectGraphType Row(GoldTable table, GoldTypes types) => types.Named(
        table.Name + AggregateFields.Suffix,
        name => new ObjectGraphType { Name = name, Description = $"A group of {table.Name} rows and figures over it." },
        type =>
        {
            type.AddField(new FieldType { Name = "key", Description = "What the rows of the group have in common.", ResolvedType = GroupByTypes.Key(table, types).NonNull() });
            type.AddField(new FieldType
            {
                Name = "level",
                Description = "How many of the last keys the row is summed over: 0 for a group, more for a subtotal, all of them for the grand total.",
                ResolvedType = types.Scalar(GoldScalar.Int).NonNull(),
            });
            type.AddFields(Figures(table, types));
            type.AddField(new FieldType
            {
                Name = "countOverTime",
                Description = "The count beside those of other periods; needs a grouping by one date.",
                ResolvedType = MeasureTypes.CountOverTime(types).NonNull(),
            });
        });

    private static IEnumerable<FieldType> Figures(GoldTable table, GoldTypes types)
    {
        yield return new FieldType
        {
            Name = "count",
            Description = "How many rows there are; with where, how many of them meet it.",
            ResolvedType = types.Scalar(GoldScalar.Long).NonNull(),
            Arguments = new QueryArguments(AggregateFields.Where(table, types)),
        };
        foreach (var measure in Measure.Of(table))
        {
            yield return new FieldType
            {
                Name = measure.FieldName,
                Description = $"Figures over: {measure.Column.Description}",
                ResolvedType = MeasureTypes.Of(measure, types).NonNull(),
                Arguments = new QueryArguments(AggregateFields.Where(table, types)),
            };
        }
    }
}
