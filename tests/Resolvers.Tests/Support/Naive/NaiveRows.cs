using NovaCorrente.Schema.Gold.Model;
using Row = System.Collections.Generic.Dictionary<string, object?>;

namespace NovaCorrente.Resolvers.Tests.Support.Naive;

/// <summary>Rows and the relations between them.</summary>
internal sealed class NaiveRows
{
    private readonly GoldRows _rows;
    private readonly Dictionary<GoldTable, Dictionary<string, Row>> _byKey = [];
    private readonly Dictionary<ToOneRelation, ILookup<string, Row>> _byForeignKey = [];

    public NaiveRows(GoldRows rows)
    {
        _rows = rows;
        foreach (var table in rows.Tables)
        {
            _byKey.Add(table, rows.Of(table).ToDictionary(r => Values(r, table.Key)!, StringComparer.Ordinal));
            foreach (var relation in table.ToOne)
            {
                _byForeignKey.Add(relation, rows.Of(table).Where(r => Values(r, relation.ForeignKey) is not null).ToLookup(r => Values(r, relation.ForeignKey)!));
            }
        }
    }

    public IReadOnlyList<Row> Of(GoldTable table) => _rows.Of(table);

    public Row? ToOne(Row? row, ToOneRelation relation) =>
        row is not null && Values(row, relation.ForeignKey) is { } key ? _byKey[relation.Target].GetValueOrDefault(key) : null;

    public IEnumerable<Row> ToMany(Row? row, GoldTable table, ToManyRelation relation) =>
        row is null ? [] : _byForeignKey[relation.Inverse][Values(row, table.Key)!];

    private static string? Values(Row row, IReadOnlyList<GoldColumn> columns) =>
        columns.Any(c => row[c.FieldName] is null) ? null : string.Join('\u0001', columns.Select(c => row[c.FieldName]));
}
