using CsCheck;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;

namespace NovaCorrente.Resolvers.Tests.Support.Queries;

/// <summary>Makes queries over the whole schema from a seed. Shorter queries count as simpler, so failures shrink to short ones.</summary>
internal sealed class QueryGen(GoldSchema schema, GoldRows rows) : Gen<GeneratedQuery>
{
    public override GeneratedQuery Generate(PCG pcg, Size? min, out Size size)
    {
        var dice = new Dice(pcg);
        var table = dice.Of(rows.Tables);
        var query = dice.Chance(8) ? ByKey(dice, table) : List(dice, table);
        size = new Size((ulong)(query.Text.Length + query.Variables.Length));
        return query;
    }

    private GeneratedQuery List(Dice dice, GoldTable table)
    {
        var variables = new VariableList(dice);
        var values = new ValueGen(dice, rows);
        var arguments = new ArgumentGen(dice, values, variables);
        var selections = new SelectionGen(dice, arguments, variables);
        var field = schema.Query.Fields.Find(table.Plural)!;

        // What decides the list comes first, so that the query for its cursors can share it.
        var decided = selections.Arguments(field, table, depth: 2, []);
        var cursors = dice.Chance(25) ? Cursors(dice, table, decided, variables) : null;
        var paging = selections.Sizes(field).ToList();
        if (cursors?.After is not null)
        {
            paging.Add("after: $after");
        }

        if (cursors?.Before is not null)
        {
            paging.Add("before: $before");
        }

        var written = paging.Count == 0 ? decided : $"({string.Join(", ", paging)}{(decided.Length > 0 ? ", " + decided[1..] : ")")}";
        var body = selections.WithFragments($"{{ {(dice.Chance(10) ? "renamed: " : "")}{table.Plural}{written} {{ {selections.Connection(field, table, depth: 2)} }} }}");
        var (declarations, json) = variables.UsedIn(body);
        string[] places = [.. cursors?.After is null ? [] : new[] { "$after: String" }, .. cursors?.Before is null ? [] : new[] { "$before: String" }];
        return new GeneratedQuery(Document([.. places, .. declarations], body), json, cursors);
    }

    private static CursorArguments Cursors(Dice dice, GoldTable table, string decided, VariableList variables)
    {
        var body = $"{{ {table.Plural}(first: 1000{(decided.Length > 0 ? ", " + decided[1..] : ")")} {{ edges {{ cursor node {{ {string.Join(' ', table.Key.Select(k => k.FieldName))} }} }} }} }}";
        var (declarations, json) = variables.UsedIn(body);
        var which = dice.Below(3);
        return new CursorArguments(Document(declarations, body), json, table.Name, which is 0 or 2 ? dice.Below(100) : null, which is 1 or 2 ? dice.Below(100) : null);
    }

    private GeneratedQuery ByKey(Dice dice, GoldTable table)
    {
        var variables = new VariableList(dice);
        var values = new ValueGen(dice, rows);
        var selections = new SelectionGen(dice, new ArgumentGen(dice, values, variables), variables);
        var field = schema.Query.Fields.Find(table.Singular)!;
        var row = dice.Of(rows.Of(table));
        var arguments = table.Key.Select(column =>
        {
            var type = field.Arguments!.Find(column.FieldName)!.ResolvedType!;
            return $"{column.FieldName}: {variables.Place(type, () => dice.Chance(90) ? values.Write(row[column.FieldName]!, column.Type) : values.Of(table, column), percent: 40).Literal}";
        }).ToList();
        var type = (GraphQL.Types.IObjectGraphType)field.ResolvedType!;
        var body = selections.WithFragments($"{{ {table.Singular}({string.Join(", ", arguments)}) {{ {selections.Row(type, table, depth: 2)} }} }}");
        var (declarations, json) = variables.UsedIn(body);
        return new GeneratedQuery(Document(declarations, body), json, null);
    }

    private static string Document(IReadOnlyCollection<string> declarations, string body) =>
        $"query Q{(declarations.Count == 0 ? "" : $"({string.Join(", ", declarations)})")} {body}";
}
