using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Sql;

/// <summary>Spells a search: every row of the searched tables gets a score, and those with one are the hits.</summary>
internal sealed class SearchSql(SearchSource search, SqlBuilder sql)
{
    private const double LeastLikeness = 0.86;

    public string Hits()
    {
        var text = sql.Dialect.Folded($"trim({sql.Parameter(search.Text, new GoldType(GoldScalar.Text, IsList: false, IsNullable: false))})");
        var candidates = string.Join("\nUNION ALL\n", search.Targets.Select(Candidates));
        var columns = string.Join(", ", search.Targets.Select(t => t.Key.SqlName).Prepend("kind, key, title, score"));
        return $"SELECT {columns} FROM (\n"
            + $"SELECT *, round(CAST({Score()} AS DOUBLE), 4) AS score\n"
            + $"FROM (\n{candidates}\n) CROSS JOIN (SELECT {text} AS q)\n) WHERE q <> '' AND score > 0";
    }

    private string Candidates(SearchTarget target)
    {
        var alias = sql.Name("t");
        var key = sql.Column(alias, target.Key);
        var title = sql.Column(alias, target.Title);
        var references = search.Targets.Select(t => $"{(t == target ? key : "NULL")} AS {t.Key.SqlName}");
        return $"SELECT '{target.Kind}' AS kind, {key} AS key, {title} AS title, {string.Join(", ", references)}, "
            + $"{sql.Dialect.Folded(key)} AS k, {sql.Dialect.Folded(title)} AS n\nFROM {sql.Table(target.Table)} {alias} WHERE {key} <> 'UNKNOWN'";
    }

    // Steps of decreasing fit. Within a step shorter names come first, because more of them is what was asked for.
    private string Score() =>
        "CASE WHEN k = q OR n = q THEN 1"
        + $" WHEN {sql.Dialect.StartsWith("k", "q")} THEN 0.95"
        + $" WHEN {sql.Dialect.StartsWith("n", "q")} THEN 0.8 + 0.1 * length(q) / length(n)"
        + $" WHEN {sql.Dialect.Contains("' ' || n", "' ' || q")} THEN 0.7 + 0.1 * length(q) / length(n)"
        + $" WHEN {sql.Dialect.AllWordsBegin("n", "q")} THEN 0.65"
        + $" WHEN length(q) > 2 AND {sql.Dialect.Contains("n", "q")} THEN 0.5 + 0.1 * length(q) / length(n)"
        + $" WHEN length(q) > 3 AND {sql.Dialect.BestWordLikeness("n", "q")} >= {LeastLikeness.ToString(System.Globalization.CultureInfo.InvariantCulture)} THEN 0.5 * {sql.Dialect.BestWordLikeness("n", "q")}"
        + " ELSE 0 END";
}
