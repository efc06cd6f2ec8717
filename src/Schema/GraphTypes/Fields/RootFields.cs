using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Aggregates;
using NovaCorrente.Schema.GraphTypes.Cost;
using NovaCorrente.Schema.GraphTypes.Paging;

namespace NovaCorrente.Schema.GraphTypes.Fields;

/// <summary>Builds the root fields of a table: the list, the row by key and, for gold, the aggregate.</summary>
internal static class RootFields
{
    public static IEnumerable<FieldType> Of(GoldTable table, GoldTypes types) =>
        table.Kind switch
        {
            TableKind.Operations => [List(table, types), ByKey(table, types)],
            TableKind.Computed => [],
            _ => new[] { List(table, types), ByKey(table, types), AggregateFields.Root(table, types) }.Select(field => LookingBack(field, types)),
        };

    internal static FieldType LookingBack(FieldType field, GoldTypes types)
    {
        field.Arguments!.Add(AsOfArgument.Create(types));
        return field;
    }

    private static FieldType List(GoldTable table, GoldTypes types) => ConnectionField.Create(
        table.Plural,
        $"{table.Description} One row: {table.Grain}.",
        types.Connection(ConnectionNames.OfList(table), table),
        table,
        types).WithGoldField(new GoldField(GoldFieldKind.List, table));

    private static FieldType ByKey(GoldTable table, GoldTypes types) => new FieldType
    {
        Name = table.Singular,
        Description = table.CurrentMark is null
            ? $"One row by its key, or null when there is none. {table.Description}"
            : $"One row by its key, the current one without a key, or null when there is none. {table.Description}",
        ResolvedType = types.Object(table),
        Arguments = new QueryArguments(table.Key.Select(column => new QueryArgument(table.CurrentMark is null ? types.Output(column.Type) : types.Value(column.Type))
        {
            Name = column.FieldName,
            Description = column.Description,
        })),
    }.WithCost(CostWeight.Fetch).WithGoldField(new GoldField(GoldFieldKind.ByKey, table));
}
