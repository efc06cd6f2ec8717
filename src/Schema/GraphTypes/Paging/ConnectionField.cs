using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Cost;

namespace NovaCorrente.Schema.GraphTypes.Paging;

/// <summary>A field that answers a filtered, ordered page of a table, at the root or under a row of another table.</summary>
public static class ConnectionField
{
    /// <summary>Name of the argument that filters.</summary>
    public const string Where = "where";

    /// <summary>Name of the argument that orders.</summary>
    public const string Order = "order";

    internal static FieldType Create(string name, string description, ObjectGraphType connection, GoldTable table, GoldTypes types)
    {
        var field = new FieldType
        {
            Name = name,
            Description = description,
            ResolvedType = connection,
            Arguments = new QueryArguments(
            [
                .. PagingArguments.Create(types),
                new QueryArgument(types.Filter(table))
                {
                    Name = Where,
                    Description = "Take only rows for which this holds.",
                }.WithCost(CostWeight.Condition),
                new QueryArgument(types.Sort(table).NonNull().ListOf())
                {
                    Name = Order,
                    Description = "Order of the rows, most significant first; the primary key always completes it.",
                }.WithCost(CostWeight.Condition),
            ]),
        };
        ListSizeDirective.ApplyTo(field, types.Paging);
        return field.WithCost(CostWeight.Fetch);
    }
}
