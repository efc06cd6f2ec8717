using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Cost;
using NovaCorrente.Schema.GraphTypes.Fields;
using NovaCorrente.Schema.GraphTypes.Paging;

namespace NovaCorrente.Schema.GraphTypes.Aggregates;

/// <summary>Builds the fields that group and aggregate a table: at the root with groups and pages, under a row as one set of totals.</summary>
public static class AggregateFields
{
    /// <summary>What is added to the name of a list field to name its aggregate.</summary>
    public const string Suffix = "Aggregate";

    /// <summary>Name of the argument that keeps groups for which it holds.</summary>
    public const string Having = "having";

    /// <summary>Name of the argument that chooses the keys of the groups.</summary>
    public const string GroupBy = "groupBy";

    /// <summary>Name of the argument that adds subtotals.</summary>
    public const string Rollup = "rollup";

    /// <summary>Name of the argument that adds groups for periods without rows.</summary>
    public const string FillDates = "fillDates";

    internal static FieldType Root(GoldTable table, GoldTypes types)
    {
        var field = new FieldType
        {
            Name = table.Plural + Suffix,
            Description = $"Groups of {table.Plural} and figures over each; without groupBy, one row over all. {table.Description}",
            ResolvedType = AggregateTypes.Connection(table, types),
            Arguments = new QueryArguments(
            [
                .. PagingArguments.Create(types).Where(a => a.Name is PagingArguments.First or PagingArguments.After),
                Where(table, types),
                new QueryArgument(GroupByTypes.Enum(table, types).NonNull().ListOf()) { Name = GroupBy, Description = "The keys of the groups, outermost first." },
                new QueryArgument(HavingInputs.Of(table, types)) { Name = Having, Description = "Take only groups for which this holds." }.WithCost(CostWeight.Condition),
                new QueryArgument(AggregateSortInputs.Of(table, types).NonNull().ListOf())
                {
                    Name = ConnectionField.Order,
                    Description = "Order of the groups, most significant first; their keys complete it and are the order when none is given.",
                }.WithCost(CostWeight.Condition),
                new QueryArgument(types.Scalar(GoldScalar.Boolean))
                {
                    Name = Rollup,
                    Description = "Also give subtotals over the last keys and a grand total; a group's level says how many keys are summed over.",
                },
                new QueryArgument(types.Scalar(GoldScalar.Boolean))
                {
                    Name = FillDates,
                    Description = "Also give groups without rows for the periods that are missing between the first and the last: counts and sums are 0 there.",
                },
            ]),
        };
        ListSizeDirective.ApplyTo(field, types.Paging);
        return field.WithCost(CostWeight.Fetch).WithGoldField(new GoldField(GoldFieldKind.Aggregate, table));
    }

    internal static FieldType Related(GoldTable table, ToManyRelation relation, GoldTypes types) => new FieldType
    {
        Name = relation.FieldName + Suffix,
        Description = $"Figures over all of {relation.FieldName}. {relation.Description}",
        ResolvedType = AggregateTypes.Totals(relation.Target, types).NonNull(),
        Arguments = new QueryArguments(Where(relation.Target, types)),
    }.WithCost(CostWeight.Fetch).WithGoldField(new GoldField(GoldFieldKind.RelatedAggregate, table, relation));

    internal static QueryArgument Where(GoldTable table, GoldTypes types) => new QueryArgument(types.Filter(table))
    {
        Name = ConnectionField.Where,
        Description = "Take only rows for which this holds.",
    }.WithCost(CostWeight.Condition);
}
