using System.Globalization;
using System.Text.Json;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;
using NovaCorrente.Schema.GraphTypes.Fields;
using Row = System.Collections.Generic.Dictionary<string, object?>;

namespace NovaCorrente.Resolvers.Tests.Support.Naive;

/// <summary>
/// Answers a query over rows in memory, in the plainest way and without anything of the compiler: what the contract says, written down
/// a second time.
/// </summary>
internal sealed class NaiveEvaluator
{
    private readonly NaiveRows _rows;
    private readonly NaiveFilter _filter;
    private readonly NaiveOrder _order;
    private readonly GraphQLDocument _document;
    private readonly GraphQLOperationDefinition _operation;
    private readonly NaiveInput _input;
    private readonly IReadOnlyDictionary<string, Row> _cursors;

    private NaiveEvaluator(NaiveRows rows, string query, JsonElement variables, IReadOnlyDictionary<string, Row> cursors)
    {
        _rows = rows;
        _filter = new NaiveFilter(rows);
        _order = new NaiveOrder(rows);
        _document = Parser.Parse(query);
        _operation = _document.Definitions.OfType<GraphQLOperationDefinition>().Single();
        _input = new NaiveInput(_operation, variables);
        _cursors = cursors;
    }

    /// <summary>The expected <c>data</c>.</summary>
    /// <param name="schema">The schema, for the names of types.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="query">The document, of one operation.</param>
    /// <param name="variables">The variables, as JSON.</param>
    /// <param name="cursors">The rows that the cursors in the variables stand for.</param>
    public static NaiveObject Evaluate(
        GoldSchema schema, NaiveRows rows, string query, string? variables, IReadOnlyDictionary<string, Row>? cursors = null)
    {
        using var json = JsonDocument.Parse(variables ?? "{}");
        var evaluator = new NaiveEvaluator(rows, query, json.RootElement, cursors ?? new Dictionary<string, Row>());
        return evaluator.Object([evaluator._operation.SelectionSet], schema.Query, field => evaluator.Root(field, schema.Query));
    }

    private NaiveObject? Root(Selected field, IObjectGraphType query)
    {
        var definition = query.Fields.Find(field.Name)!;
        var gold = definition.GetGoldField()!;
        var type = (IObjectGraphType)Unwrapped(definition);
        var arguments = _input.Arguments(field.Field);
        if (gold.Kind is GoldFieldKind.List)
        {
            return Connection(field, type, gold.Table, _rows.Of(gold.Table), arguments, isRoot: true);
        }

        var row = _rows.Of(gold.Table).FirstOrDefault(r => gold.Table.Key.All(c => NaiveValues.Compare(r[c.FieldName]!, NaiveValues.Parse(arguments[c.FieldName]!, c.Type)) == 0));
        return row is null ? null : RowObject(field, type, gold.Table, row);
    }

    private NaiveObject RowObject(Selected field, IObjectGraphType type, GoldTable table, Row row) => Object(field.Sets, type, selected =>
    {
        switch (table.Find(selected.Name))
        {
            case GoldColumn column:
                return NaiveValues.Show(row[column.FieldName]);
            case ToOneRelation relation:
                return _rows.ToOne(row, relation) is { } target ? RowObject(selected, TypeOf(type, selected), relation.Target, target) : null;
            default:
                var many = (ToManyRelation)table.Find(selected.Name)!;
                return Connection(selected, TypeOf(type, selected), many.Target, _rows.ToMany(row, table, many), _input.Arguments(selected.Field), isRoot: false);
        }
    });

    private NaiveObject Connection(Selected field, IObjectGraphType type, GoldTable table, IEnumerable<Row> candidates, NaiveObject arguments, bool isRoot)
    {
        var all = _order.Sort(table, candidates.Where(r => _filter.Matches(table, r, arguments["where"])), arguments["order"]);
        var start = arguments["after"] is string after ? all.IndexOf(_cursors[after]) + 1 : 0;
        var end = arguments["before"] is string before ? all.IndexOf(_cursors[before]) : all.Count;
        var first = Size(arguments["first"]);
        var last = Size(arguments["last"]);
        if (first is null && last is null)
        {
            first = 10;
        }

        var from = start;
        var to = Math.Max(start, end);
        to = first is null ? to : Math.Min(to, from + first.Value);
        from = last is null ? from : Math.Max(from, to - last.Value);
        return Object(field.Sets, type, part => part.Name switch
        {
            "totalCount" => NaiveValues.Show(all.Count),
            "nodes" => all[from..to].Select(row => (object?)RowObject(part, TypeOf(type, part), table, row)).ToList(),
            "edges" => all[from..to].Select(row => (object?)Edge(part, TypeOf(type, part), table, row, isRoot)).ToList(),
            _ => Object(part.Sets, TypeOf(type, part), info => info.Name switch
            {
                "hasPreviousPage" => from > 0,
                "hasNextPage" => to < all.Count || end < all.Count,
                _ when from >= to => null,
                "startCursor" => new NaiveCursor(all[from], isRoot),
                _ => new NaiveCursor(all[to - 1], isRoot),
            }),
        });
    }

    private NaiveObject Edge(Selected field, IObjectGraphType type, GoldTable table, Row row, bool isRoot) => Object(field.Sets, type, part =>
        part.Name == "cursor" ? new NaiveCursor(row, isRoot) : RowObject(part, TypeOf(type, part), table, row));

    private NaiveObject Object(IEnumerable<GraphQLSelectionSet?> sets, IObjectGraphType type, Func<Selected, object?> value)
    {
        var fields = new List<Selected>();
        foreach (var set in sets)
        {
            Collect(set!, fields);
        }

        var result = new NaiveObject();
        fields.ForEach(f => result.Add(f.ResponseName, f.Name == "__typename" ? type.Name : value(f)));
        return result;
    }

    private void Collect(GraphQLSelectionSet set, List<Selected> fields)
    {
        foreach (var selection in set.Selections.Where(_input.Includes))
        {
            switch (selection)
            {
                case GraphQLField field:
                    var responseName = (field.Alias?.Name ?? field.Name).StringValue;
                    if (!fields.Exists(f => f.ResponseName == responseName))
                    {
                        fields.Add(new Selected(responseName, field));
                    }

                    fields.Find(f => f.ResponseName == responseName)!.Sets.Add(field.SelectionSet);
                    break;
                case GraphQLInlineFragment inline:
                    Collect(inline.SelectionSet, fields);
                    break;
                case GraphQLFragmentSpread spread:
                    var name = spread.FragmentName.Name.StringValue;
                    Collect(_document.Definitions.OfType<GraphQLFragmentDefinition>().First(f => f.FragmentName.Name.StringValue == name).SelectionSet, fields);
                    break;
            }
        }
    }

    private static int? Size(object? argument) => argument is NaiveNumber number ? int.Parse(number.Text, CultureInfo.InvariantCulture) : null;

    private static IObjectGraphType TypeOf(IObjectGraphType type, Selected field) => (IObjectGraphType)Unwrapped(type.Fields.Find(field.Name)!);

    private static IGraphType Unwrapped(FieldType field)
    {
        var type = field.ResolvedType!;
        while (type is IProvideResolvedType { ResolvedType: { } inner })
        {
            type = inner;
        }

        return type;
    }

    private sealed record Selected(string ResponseName, GraphQLField Field)
    {
        public string Name => Field.Name.StringValue;

        public List<GraphQLSelectionSet?> Sets { get; } = [];
    }
}
