using System.Globalization;
using NovaCorrente.Schema.Gold.Model.Grouping;

namespace NovaCorrente.Resolvers.Sql;

/// <summary>DuckDB's spelling.</summary>
internal sealed class DuckDbDialect : SqlDialect
{
    private DuckDbDialect()
    {
    }

    public static DuckDbDialect Instance { get; } = new();

    public override string Quote(string identifier) => $"\"{identifier}\"";

    public override string Parameter(int number) => string.Create(CultureInfo.InvariantCulture, $"${number}");

    public override string ListOfRows(IEnumerable<(string Name, string Expression)> fields, string orderBy) =>
        $"list(struct_pack({string.Join(", ", fields.Select(f => $"{f.Name} := {f.Expression}"))}) ORDER BY {orderBy})";

    public override string Elements(string list, string alias, string column) => $"unnest({list}) AS {alias}({column})";

    public override string Once(string name, string query) => $"{name} AS MATERIALIZED (\n{query}\n)";

    public override string Aggregate(AggregateFunction function, string value, string filter) => function switch
    {
        AggregateFunction.Sum => $"sum({value}){filter}",
        AggregateFunction.Avg => $"avg({value}){filter}",
        AggregateFunction.Min => $"min({value}){filter}",
        AggregateFunction.Max => $"max({value}){filter}",
        AggregateFunction.Stddev => $"stddev_samp({value}){filter}",
        AggregateFunction.Median => $"quantile_cont(CAST({value} AS DOUBLE), 0.5){filter}",
        AggregateFunction.P90 => $"quantile_cont(CAST({value} AS DOUBLE), 0.9){filter}",
        _ => $"count(DISTINCT {value}){filter}",
    };

    public override string Grouping(IEnumerable<string> keys) => $"GROUPING({string.Join(", ", keys)})";

    public override string BitCount(string value) => $"bit_count({value})";

    public override string DatePart(DatePart part, string date) => part switch
    {
        Schema.Gold.Model.Grouping.DatePart.Weekday => $"CAST(isodow({date}) AS INTEGER)",
        Schema.Gold.Model.Grouping.DatePart.MonthOfYear => $"CAST(month({date}) AS INTEGER)",
        _ => $"CAST(date_trunc('{Unit(part)}', {date}) AS DATE)",
    };

    public override string Series(string first, string last, DatePart? part) =>
        $"CAST(unnest(generate_series(CAST({first} AS TIMESTAMP), CAST({last} AS TIMESTAMP), {Step(part)})) AS DATE)";

    public override string Step(DatePart? part) => $"INTERVAL 1 {Unit(part)}";

    public override string Steps(DatePart? part, string count) => $"(INTERVAL 1 {Unit(part)} * {count})";

    public override string YearStep(DatePart? part) => part is Schema.Gold.Model.Grouping.DatePart.Week ? "INTERVAL 52 WEEK" : "INTERVAL 1 YEAR";

    private static string Unit(DatePart? part) => part?.ToString().ToLowerInvariant() ?? "day";

    public override string Folded(string text) => $"lower(strip_accents({text}))";

    public override string AllWordsBegin(string text, string words) =>
        $"list_bool_and(list_transform(string_split({words}, ' '), lambda w: contains(' ' || {text}, ' ' || w)))";

    public override string BestWordLikeness(string text, string word) =>
        $"list_max(list_transform(string_split({text}, ' '), lambda w: jaro_winkler_similarity(w, {word})))";

    public override string JsonObject(IEnumerable<(string Name, string Expression)> fields) =>
        $"CAST(to_json(struct_pack({string.Join(", ", fields.Select(f => $"\"{f.Name}\" := {f.Expression}"))})) AS VARCHAR)";

    public override string WithoutNulls(string list) => $"list_filter({list}, lambda x: x IS NOT NULL)";

    public override string NumberText(string number) => $"rtrim(rtrim(CAST({number} AS VARCHAR), '0'), '.')";

    public override string Contains(string text, string part) => $"contains({text}, {part})";

    public override string StartsWith(string text, string part) => $"starts_with({text}, {part})";

    public override string EndsWith(string text, string part) => $"ends_with({text}, {part})";
}
