using System.Globalization;
using NovaCorrente.Resolvers.Plans;

namespace NovaCorrente.Resolvers.Sql;

/// <summary>Spells a whole plan as one statement, whose rows follow <see cref="LevelColumns"/>.</summary>
internal sealed class StatementWriter
{
    private readonly SqlBuilder _sql;
    private readonly List<string> _expressions = [];

    private StatementWriter(SqlDialect dialect, AccessScope access) => _sql = new SqlBuilder(dialect, access);

    public static SqlStatement Write(GoldPlan plan, SqlDialect dialect, AccessScope access)
    {
        var writer = new StatementWriter(dialect, access);
        var query = writer.Root(plan.Level);
        var text = writer._expressions.Count == 0 ? query : "WITH " + string.Join(",\n", writer._expressions) + "\n" + query;
        return new SqlStatement(text, writer._sql.Parameters);
    }

    private string Root(LevelPlan level)
    {
        if (level.Source is { } source)
        {
            var name = _sql.Name("a");
            _expressions.Add(_sql.Dialect.Once(name, RowSourceSql.Write(source, _sql)));
            _sql.ReadFrom(level, name);
        }

        var spelling = new LevelSql(level, _sql);
        if (!level.NeedsRows)
        {
            return level.NeedsTotal ? spelling.Total() : "SELECT TRUE WHERE FALSE";
        }

        if (!level.NeedsTotal && level.Children.Count == 0)
        {
            return spelling.Root(final: true);
        }

        var rows = _sql.Name("l");
        _expressions.Add(_sql.Dialect.Once(rows, spelling.Root(final: false)));
        var (columns, joins) = Children(level, rows);
        columns = [.. level.Slots.Select((_, i) => $"{rows}.s{Text(i)}"), .. columns];
        var order = level.Page is null ? "" : "\nORDER BY " + spelling.ByOrderColumns(rows);
        if (!level.NeedsTotal)
        {
            return $"SELECT {string.Join(", ", columns)}\nFROM {rows}{joins}{order}";
        }

        // A total is wanted even when the page is empty, so the page is joined to it.
        var total = _sql.Name("n");
        return $"SELECT {string.Join(", ", columns.Prepend($"{rows}.present").Prepend($"{total}.total"))}"
            + $"\nFROM ({spelling.Total()}) {total}\nLEFT JOIN (SELECT *, TRUE AS present FROM {rows}) {rows} ON TRUE{joins}{order}";
    }

    /// <summary>Adds the expressions of all to-many lists of a level; gives the columns that hold them and the joins that bring them.</summary>
    private (List<string> Columns, string Joins) Children(LevelPlan level, string parents)
    {
        var columns = new List<string>();
        var joins = "";
        foreach (var child in level.Children)
        {
            if (child.Level.NeedsRows)
            {
                var lists = Lists(child, parents);
                columns.Add($"{lists}.list");
                joins += Join(lists, child, parents);
            }

            if (child.Level.NeedsTotal)
            {
                var totals = _sql.Name("n");
                _expressions.Add($"{totals} AS (\n{new LevelSql(child.Level, _sql).ChildTotals(child, parents)}\n)");
                columns.Add($"{totals}.total");
                joins += Join(totals, child, parents);
            }
        }

        return (columns, joins);
    }

    private string Lists(ChildPlan child, string parents)
    {
        var level = child.Level;
        var rows = _sql.Name("l");
        var body = new LevelSql(level, _sql).Child(child, parents);
        _expressions.Add(level.Children.Count > 0 ? _sql.Dialect.Once(rows, body) : $"{rows} AS (\n{body}\n)");
        var (columns, joins) = Children(level, rows);
        columns = [.. level.Slots.Select((_, i) => $"{rows}.s{Text(i)}"), .. columns];
        if (columns.Count == 0)
        {
            columns.Add("TRUE");
        }

        var keys = string.Join(", ", child.OwnerKeySlots.Select((_, i) => $"{rows}.k{Text(i)}"));
        var list = _sql.Dialect.ListOfRows(
            columns.Select((column, i) => ("c" + Text(i), column)),
            $"{rows}.rn{(level.Page!.Backward ? " DESC" : "")}");
        var lists = _sql.Name("g");
        _expressions.Add($"{lists} AS (\nSELECT {keys}, {list} AS list\nFROM {rows}{joins}\nGROUP BY {keys}\n)");
        return lists;
    }

    private static string Join(string lists, ChildPlan child, string parents) => $"\nLEFT JOIN {lists} ON "
        + string.Join(" AND ", child.OwnerKeySlots.Select((slot, i) => $"{lists}.k{Text(i)} = {parents}.s{Text(slot)}"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
