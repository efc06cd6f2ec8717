using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Resolvers.Serving;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Sql;

/// <summary>Spells the difference of one table between two attached snapshots.</summary>
internal sealed class DiffSql(DiffSource diff, SqlBuilder sql)
{
    private readonly string _from = sql.Name("f");
    private readonly string _to = sql.Name("t");

    public string Rows()
    {
        var table = diff.Table;
        var others = table.Columns.Where(c => !c.IsKey).ToList();
        var on = string.Join(" AND ", table.Key.Select(c => $"{sql.Column(_from, c)} = {sql.Column(_to, c)}"));
        var missing = (Before: $"{Stored(_from, table.Key[0])} IS NULL", After: $"{Stored(_to, table.Key[0])} IS NULL");
        var differences = others.Select(c => (Column: c, Differs: $"{sql.Column(_from, c)} IS DISTINCT FROM {sql.Column(_to, c)}")).ToList();
        var changed = string.Join(" OR ", differences.Select(d => d.Differs).DefaultIfEmpty("FALSE"));
        var names = string.Join(", ", differences.Select(d => $"CASE WHEN {d.Differs} THEN '{d.Column.FieldName}' END"));
        var id = sql.Dialect.JsonObject(table.Key.Select(c => (c.FieldName, $"coalesce({sql.Column(_from, c)}, {sql.Column(_to, c)})")));
        return $"""
            SELECT {id} AS id,
              CASE WHEN {missing.Before} THEN 'ADDED' WHEN {missing.After} THEN 'REMOVED' ELSE 'CHANGED' END AS kind,
              CASE WHEN {missing.Before} OR {missing.After} THEN CAST([] AS VARCHAR[]) ELSE {sql.Dialect.WithoutNulls($"[{names}]")} END AS changed_fields,
              CASE WHEN NOT {missing.Before} THEN {Row(_from)} END AS "before",
              CASE WHEN NOT {missing.After} THEN {Row(_to)} END AS "after"
            FROM {SnapshotPair.From}.{sql.Table(table)} {_from}
            FULL JOIN {SnapshotPair.To}.{sql.Table(table)} {_to} ON {on}
            WHERE {missing.Before} OR {missing.After} OR {changed}
            """;
    }

    private string Row(string alias) => sql.Dialect.JsonObject(diff.Table.Columns.Select(c => (c.FieldName, sql.Column(alias, c))));

    private string Stored(string alias, GoldColumn column) => $"{alias}.{sql.Dialect.Quote(column.SqlName)}";
}
