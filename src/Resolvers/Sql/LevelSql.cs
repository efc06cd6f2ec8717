using System.Globalization;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Sql;

/// <summary>
/// Spells the rows of one level in two steps: first the page is cut, with only the joins that decide it; then the other joins are made,
/// for the rows of the page alone. Columns are named <c>s</c> for slots, <c>o</c> for order values, <c>k</c> for the parent's key.
/// </summary>
internal sealed class LevelSql(LevelPlan level, SqlBuilder sql)
{
    private readonly string _root = sql.Alias(level.Root);

    /// <summary>The rows of the statement's own level, unordered unless <paramref name="final"/>.</summary>
    public string Root(bool final)
    {
        var reverse = level.Page?.Backward ?? false;
        var waiting = Waiting();
        if (final && waiting.Count == 0 && !reverse)
        {
            return Page(reverse, orderColumns: false);
        }

        var page = Page(reverse, orderColumns: true);
        return final || waiting.Count > 0
            ? Completed(page, waiting, passed: final ? [] : OrderColumns()) + (final && level.NeedsOrder ? "\nORDER BY " + ByOrderColumns("p") : "")
            : page;
    }

    /// <summary>The rows of a to-many level, numbered below each parent; <paramref name="parents"/> are the rows that own them.</summary>
    public string Child(ChildPlan child, string parents)
    {
        var keys = child.Relation.Inverse.ForeignKey.Select((column, i) => (Column: sql.Column(_root, column), Name: "k" + Text(i))).ToList();
        var order = KeysetSql.OrderBy(level.Order, level.Page!.Backward, term => sql.Column(term.Reference));
        var numbered = $"row_number() OVER (PARTITION BY {string.Join(", ", keys.Select(k => k.Column))} ORDER BY {order}) AS rn";
        var columns = keys.Select(k => $"{k.Column} AS {k.Name}").Concat(DecidedSlots()).Append(numbered);
        var conditions = Conditions(paged: true).Prepend(Owned(child, parents));
        var page = Select(columns, conditions) + $"\nQUALIFY rn <= {Limit()}";
        var waiting = Waiting();
        return waiting.Count == 0 ? page : Completed(page, waiting, [.. keys.Select(k => k.Name), "rn"]);
    }

    /// <summary>How many rows of a to-many level each parent has.</summary>
    public string ChildTotals(ChildPlan child, string parents)
    {
        var keys = child.Relation.Inverse.ForeignKey.Select((column, i) => (Column: sql.Column(_root, column), Name: "k" + Text(i))).ToList();
        return Select(keys.Select(k => $"{k.Column} AS {k.Name}").Append("count(*) AS total"), Conditions(paged: false).Prepend(Owned(child, parents)))
            + "\nGROUP BY " + string.Join(", ", keys.Select(k => k.Column));
    }

    /// <summary>How many rows meet the filter.</summary>
    public string Total() => Select(["count(*) AS total"], Conditions(paged: false));

    public string ByOrderColumns(string alias) =>
        KeysetSql.OrderBy(level.Order, reverse: false, term => $"{alias}.o{Text(IndexOf(term))}");

    private string Page(bool reverse, bool orderColumns)
    {
        var columns = DecidedSlots();
        if (orderColumns)
        {
            columns = columns.Concat(level.Order.Select((term, i) => $"{sql.Column(term.Reference)} AS o{Text(i)}"));
        }

        var select = Select(columns.DefaultIfEmpty("TRUE AS s"), Conditions(paged: true));
        if (level.NeedsOrder)
        {
            select += "\nORDER BY " + KeysetSql.OrderBy(level.Order, reverse, term => sql.Column(term.Reference));
        }

        return level.Page is null || level.IsUnbounded ? select : select + "\nLIMIT " + Limit();
    }

    // The page, and for its rows the joins that did not decide it.
    private string Completed(string page, List<Join> waiting, IReadOnlyList<string> passed)
    {
        var slots = level.Slots.Select((slot, i) => slot.Join.DecidesPage ? $"p.s{Text(i)}" : $"{sql.Column(slot)} AS s{Text(i)}");
        var joins = waiting.Select(join =>
        {
            if (join.Totals is { } totals)
            {
                return Totals(join, totals);
            }

            var foreign = join.Relation!.ForeignKey.Select(column => FromPage(join.Parent!, column));
            var on = string.Join(" AND ", join.Relation.Target.Key.Zip(foreign, (key, value) => $"{sql.Column(sql.Alias(join), key)} = {value}"));
            return $"\nLEFT JOIN {sql.Table(join.Table)} {sql.Alias(join)} ON {on}";
        });
        var columns = slots.Concat(passed.Select(name => "p." + name)).DefaultIfEmpty("TRUE AS s");
        return $"SELECT {string.Join(", ", columns)}\nFROM (\n{page}\n) p{string.Concat(joins)}";
    }

    private string Totals(Join join, RelatedTotals totals)
    {
        var rows = sql.Alias(totals.Groups.Root);
        var condition = string.Join(" AND ", totals.Relation.Inverse.ForeignKey.Zip(
            totals.Relation.Inverse.Target.Key, (foreign, key) => $"{sql.Column(rows, foreign)} = {FromPage(join.Parent!, key)}"));
        return $"\nCROSS JOIN LATERAL (\n{new GroupSql(totals.Groups, sql).Totals(condition)}\n) {sql.Alias(join)}";
    }

    // A column that the page carries, or one of a table that is joined to it.
    private string FromPage(Join join, GoldColumn column) => join.DecidesPage
        ? $"p.s{Text(level.Slot(join, column))}"
        : sql.Column(sql.Alias(join), column);

    private IEnumerable<string> DecidedSlots() => level.Slots
        .Select((slot, i) => (Slot: slot, Name: $"s{Text(i)}"))
        .Where(s => s.Slot.Join.DecidesPage)
        .Select(s => $"{sql.Column(s.Slot)} AS {s.Name}");

    private List<Join> Waiting() => [.. level.Root.SelfAndDescendants().Where(j => !j.DecidesPage)];

    private string Select(IEnumerable<string> columns, IEnumerable<string> conditions)
    {
        var where = string.Join(" AND ", conditions);
        return $"SELECT {string.Join(", ", columns)}\nFROM {sql.From(level)} {_root}{PredicateSql.DecidingJoins(level.Root, sql)}"
            + (where.Length == 0 ? "" : "\nWHERE " + where);
    }

    private IEnumerable<string> Conditions(bool paged)
    {
        var filter = level.Filter is null ? [] : new[] { PredicateSql.Write(level.Filter, sql) };
        return paged && level.Page is { } page ? filter.Concat(KeysetSql.Conditions(page, sql)) : filter;
    }

    private string Owned(ChildPlan child, string parents)
    {
        var foreign = child.Relation.Inverse.ForeignKey.Select(column => sql.Column(_root, column));
        return $"({string.Join(", ", foreign)}) IN (SELECT {string.Join(", ", child.OwnerKeySlots.Select(s => "s" + Text(s)))} FROM {parents})";
    }

    private string Limit() => sql.Parameter(new FetchSizeSource(level.Page!, level.IsFile), new GoldType(GoldScalar.Long, IsList: false, IsNullable: false));

    private IReadOnlyList<string> OrderColumns() => [.. level.Order.Select((_, i) => "o" + Text(i))];

    private int IndexOf(OrderTerm term) => level.Order.TakeWhile(t => t != term).Count();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
