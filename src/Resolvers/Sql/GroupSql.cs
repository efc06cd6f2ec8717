using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model.Grouping;

namespace NovaCorrente.Resolvers.Sql;

/// <summary>Spells groups: rows to groups, then the periods that are missing, then figures beside other periods.</summary>
internal sealed class GroupSql(GroupPlan groups, SqlBuilder sql)
{
    /// <summary>The groups of a root aggregate.</summary>
    public string Groups()
    {
        var keys = groups.Keys.Select(k => (Expression: Key(k), k.Column.SqlName)).ToList();
        var grouping = groups.Rollup && keys.Count > 0 ? sql.Dialect.Grouping(keys.Select(k => k.Expression)) : "0";
        var columns = keys.Select(k => $"{k.Expression} AS {k.SqlName}")
            .Append($"CAST({grouping} AS BIGINT) AS {groups.GroupingColumn.SqlName}")
            .Append($"CAST({sql.Dialect.BitCount($"CAST({grouping} AS BIGINT)")} AS INTEGER) AS {groups.LevelColumn.SqlName}")
            .Concat(Figures());
        var by = string.Join(", ", keys.Select(k => k.Expression));
        var query = $"SELECT {string.Join(", ", columns)}\nFROM {Rows()}{Where([])}"
            + (keys.Count == 0 ? "" : groups.Rollup ? $"\nGROUP BY ROLLUP ({by})" : $"\nGROUP BY {by}");
        if (groups.FillDates)
        {
            query = Filled(query);
        }

        return groups.Periods.Count == 0 ? query : $"SELECT *, {string.Join(", ", groups.Periods.Select(Beside))}\nFROM (\n{query}\n)";
    }

    /// <summary>The figures over rows that a condition ties to one row of another table; always one row.</summary>
    public string Totals(string condition) => $"SELECT {string.Join(", ", Figures())} FROM {Rows()}{Where([condition])}";

    private string Rows() => $"{sql.Table(groups.Table)} {sql.Alias(groups.Root)}{PredicateSql.DecidingJoins(groups.Root, sql)}";

    private string Where(IEnumerable<string> conditions)
    {
        var all = string.Join(" AND ", groups.Filter is null ? conditions : conditions.Append(PredicateSql.Write(groups.Filter, sql)));
        return all.Length == 0 ? "" : "\nWHERE " + all;
    }

    private IEnumerable<string> Figures() => groups.Figures.Select(f => $"{Figure(f)} AS {f.Column.SqlName}").DefaultIfEmpty("0 AS m");

    private string Key(GroupKeyColumn key)
    {
        var column = sql.Column(key.Source);
        return key.Key.Part is { } part ? sql.Dialect.DatePart(part, column) : column;
    }

    private string Figure(FigureColumn figure)
    {
        var filter = figure.Filter is null ? "" : $" FILTER (WHERE {PredicateSql.Write(figure.Filter, sql)})";
        if (figure.Function is not { } function)
        {
            return "count(*)" + filter;
        }

        var value = sql.Dialect.Aggregate(function, sql.Column(figure.Source!), filter);
        return figure.IsMixedUnits ? $"{value} > 1"
            : function is AggregateFunction.Sum ? $"CAST({value} AS {figure.Column.Type.DuckDbName})"
            : value;
    }

    // Every combination of the other keys gets every period between the first and the last; rows without a date stay as they are.
    private string Filled(string query)
    {
        var rows = sql.Name("d");
        var period = groups.Period!;
        var others = groups.Keys.Where(k => k != period).Select(k => k.Column.SqlName).ToList();
        var spine = $"SELECT {sql.Dialect.Series($"min({period.Column.SqlName})", $"max({period.Column.SqlName})", period.Key.Part)} AS {period.Column.SqlName} FROM {rows}";
        var combinations = others.Count == 0 ? $"({spine})" : $"(SELECT DISTINCT {string.Join(", ", others)} FROM {rows}) CROSS JOIN ({spine})";
        var on = string.Join(" AND ", groups.Keys.Select(k => $"a.{k.Column.SqlName} IS NOT DISTINCT FROM {rows}.{k.Column.SqlName}"));
        var columns = groups.Keys.Select(k => $"coalesce(a.{k.Column.SqlName}, {rows}.{k.Column.SqlName}) AS {k.Column.SqlName}")
            .Append($"CAST(0 AS BIGINT) AS {groups.GroupingColumn.SqlName}")
            .Append($"CAST(0 AS INTEGER) AS {groups.LevelColumn.SqlName}")
            .Concat(groups.Figures.Select(f => f.IsMixedUnits ? $"coalesce({rows}.{f.Column.SqlName}, FALSE) AS {f.Column.SqlName}"
                : f.IsZeroWhenEmpty ? $"CASE WHEN {rows}.{groups.LevelColumn.SqlName} IS NULL THEN 0 ELSE {rows}.{f.Column.SqlName} END AS {f.Column.SqlName}"
                : $"{rows}.{f.Column.SqlName}"));
        return $"WITH {rows} AS MATERIALIZED (\n{query}\n)\nSELECT {string.Join(", ", columns)}\nFROM (SELECT * FROM {combinations}) a\nFULL JOIN {rows} ON {on}";
    }

    private string Beside(PeriodColumn column)
    {
        var period = groups.Period!;
        var figure = column.Figure.SqlName;
        var others = string.Join(", ", groups.Keys.Where(k => k != period).Select(k => k.Column.SqlName));
        var over = $"OVER ({(others.Length == 0 ? "" : $"PARTITION BY {others} ")}ORDER BY {period.Column.SqlName} ";
        var before = sql.Dialect.Step(period.Key.Part);
        var lastYear = sql.Dialect.YearStep(period.Key.Part);
        string Other(string step) => $"any_value({figure}) {over}RANGE BETWEEN {step} PRECEDING AND {step} PRECEDING)";

        // Subtracted as they are: decimals would lose their last digits as floating point numbers.
        string Change(string step) => $"CAST({figure} - {Other(step)} AS DOUBLE)";
        string Percent(string step) => $"100 * {Change(step)} / nullif(abs(CAST({Other(step)} AS DOUBLE)), 0)";

        var value = column.Kind switch
        {
            PeriodKind.MovingAverage => $"CAST(avg({figure}) {over}RANGE BETWEEN {sql.Dialect.Steps(period.Key.Part, PeriodsBefore(column))} PRECEDING AND CURRENT ROW) AS DOUBLE)",
            PeriodKind.Cumulative => $"CAST(sum({figure}) {over}RANGE UNBOUNDED PRECEDING) AS {column.Column.Type.DuckDbName})",
            PeriodKind.Previous => $"CAST({Other(before)} AS DOUBLE)",
            PeriodKind.PreviousChange => Change(before),
            PeriodKind.PreviousChangePercent => Percent(before),
            PeriodKind.LastYear => $"CAST({Other(lastYear)} AS DOUBLE)",
            PeriodKind.LastYearChange => Change(lastYear),
            _ => Percent(lastYear),
        };
        return $"{value} AS {column.Column.SqlName}";
    }

    private string PeriodsBefore(PeriodColumn column) =>
        sql.Parameter(new PeriodsSource(column.Periods!), new Schema.Gold.Model.GoldType(Schema.Gold.Model.GoldScalar.Int, IsList: false, IsNullable: false));
}
