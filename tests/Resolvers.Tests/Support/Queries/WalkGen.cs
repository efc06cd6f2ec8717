using CsCheck;
using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;

namespace NovaCorrente.Resolvers.Tests.Support.Queries;

/// <summary>A list to be walked page by page.</summary>
/// <param name="Open">The document up to the paging arguments of the list, which follow.</param>
/// <param name="Close">The document after them.</param>
/// <param name="Variables">The variables as a JSON object, without sizes and cursors.</param>
/// <param name="Path">The fields that lead to the list in the data.</param>
/// <param name="Table">The table of its rows.</param>
/// <param name="Sizes">Page sizes, used in turn.</param>
internal sealed record Walk(string Open, string Close, string Variables, IReadOnlyList<string> Path, GoldTable Table, IReadOnlyList<int> Sizes)
{
    /// <summary>A document with paging arguments.</summary>
    public string With(string paging) => Open + paging + Close;

    public override string ToString() => $"{Open}…{Close}\nvariables {Variables}\nsizes {string.Join(' ', Sizes)}";
}

/// <summary>Makes walks over lists of all tables, at the root or under a row, in every kind of order.</summary>
internal sealed class WalkGen(GoldSchema schema, GoldRows rows, bool nested) : Gen<Walk>
{
    public override Walk Generate(PCG pcg, Size? min, out Size size)
    {
        var dice = new Dice(pcg);
        var variables = new VariableList(dice);
        var values = new ValueGen(dice, rows);
        var arguments = new ArgumentGen(dice, values, variables);
        var walk = nested ? Nested(dice, values, arguments, variables) : Root(dice, arguments, variables);
        size = new Size((ulong)(walk.Open.Length + walk.Close.Length));
        return walk;
    }

    private Walk Root(Dice dice, ArgumentGen arguments, VariableList variables)
    {
        var table = dice.Of(rows.Tables);
        var list = List(dice, schema.Query.Fields.Find(table.Plural)!, table, arguments);
        return Document(dice, variables, $"{{ {table.Plural}(", $"{list} }}", [table.Plural], table);
    }

    private Walk Nested(Dice dice, ValueGen values, ArgumentGen arguments, VariableList variables)
    {
        var owner = dice.Of([.. rows.Tables.Where(t => t.ToMany.Count > 0)]);
        var relation = dice.Of(owner.ToMany);
        var row = dice.Of(rows.Of(owner));
        var keys = string.Join(", ", owner.Key.Select(k => $"{k.FieldName}: {values.Write(row[k.FieldName]!, k.Type).Literal}"));
        var type = (IObjectGraphType)schema.Query.Fields.Find(owner.Singular)!.ResolvedType!;
        var list = List(dice, type.Fields.Find(relation.FieldName)!, relation.Target, arguments);
        return Document(
            dice, variables, $"{{ {owner.Singular}({keys}) {{ {relation.FieldName}(", $"{list} }} }}", [owner.Singular, relation.FieldName], relation.Target);
    }

    private static string List(Dice dice, FieldType field, GoldTable table, ArgumentGen arguments)
    {
        var where = dice.Chance(30) ? $" where: {arguments.Filter(table, field.Arguments!.Find("where")!.ResolvedType!, depth: 1).Literal}" : "";
        var order = dice.Chance(85) ? $" order: {arguments.Order(table, field.Arguments!.Find("order")!.ResolvedType!).Literal}" : "";
        var keys = string.Join(' ', table.Key.Select(k => k.FieldName));
        return $"{where}{order}) {{ edges {{ cursor node {{ {keys} }} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }}";
    }

    private static Walk Document(Dice dice, VariableList variables, string open, string close, IReadOnlyList<string> path, GoldTable table)
    {
        var (declarations, json) = variables.UsedIn(close);
        List<int> sizes = [.. Enumerable.Range(0, 3).Select(_ => 1 + dice.Below(dice.Of([3, 12, 40])))];
        return new Walk($"query Q({string.Join(", ", declarations.Prepend("$size: Int, $cursor: String"))}) {open}", close, json, path, table, sizes);
    }
}
