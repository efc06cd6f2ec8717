using System.Globalization;
using DuckDB.NET.Data;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Tests.Support;

/// <summary>
/// Rows for every gold table, made from a seed alone: keys from small pools so that relations hit, nulls wherever a column allows them,
/// many ties, odd texts.
/// </summary>
internal sealed class GoldRows
{
    private static readonly string[] Texts =
        ["alpha", "Alpha", "ÁGUA", "agua", "a:b", "c\\d", "e\"f", "çã õ", "", "z z", "tab\there", "line\nbreak", "😀 antenna", "0001", "~", "ﬀ"];

    private Random _random = new(0);
    private readonly Dictionary<GoldTable, List<Dictionary<string, object?>>> _rows = [];

    public GoldRows(GoldModel model, int seed, int rowsPerTable)
    {
        Model = model;
        Tables = [.. model.Tables.Where(t => t.Kind is not TableKind.Computed)];
        foreach (var table in Tables)
        {
            // Each table has chances of its own, so that another table beside it does not change its rows.
            _random = new Random(table.SqlName.Aggregate(seed, (hash, letter) => unchecked((hash * 31) + letter)));
            Fill(table, rowsPerTable);
        }

        foreach (var table in Tables)
        {
            _random = new Random(table.SqlName.Aggregate(~seed, (hash, letter) => unchecked((hash * 31) + letter)));
            Relate(table);
        }
    }

    public GoldModel Model { get; }

    /// <summary>The tables that are stored: those of a snapshot and those of the service's own work.</summary>
    public IReadOnlyList<GoldTable> Tables { get; }

    public IReadOnlyList<Dictionary<string, object?>> Of(GoldTable table) => _rows[table];

    public void WriteTo(string path)
    {
        using var connection = new DuckDBConnection($"Data Source={path}");
        connection.Open();
        foreach (var table in Tables)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"CREATE TABLE \"{table.SqlName}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.SqlName}\" {c.Type.DuckDbName}"))})";
            command.ExecuteNonQuery();
            foreach (var row in _rows[table])
            {
                command.CommandText = $"INSERT INTO \"{table.SqlName}\" VALUES ({string.Join(", ", table.Columns.Select(c => Literal(row[c.FieldName], c.Type)))})";
                command.ExecuteNonQuery();
            }
        }
    }

    private static string Literal(object? value, GoldType type) => value switch
    {
        null => "NULL",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool flag => flag ? "TRUE" : "FALSE",
        DateOnly date => $"DATE '{date:yyyy-MM-dd}'",
        DateTime instant => $"TIMESTAMP '{instant:yyyy-MM-dd HH:mm:ss.ffffff}'",
        IEnumerable<string> items => $"[{string.Join(", ", items.Select(i => Literal(i, type)))}]::VARCHAR[]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException(),
    };

    private void Fill(GoldTable table, int count)
    {
        var rows = new List<Dictionary<string, object?>>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count * 3 && rows.Count < count; i++)
        {
            var row = table.Columns.ToDictionary(c => c.FieldName, c => Value(c, rows.Count), StringComparer.Ordinal);
            if (keys.Add(Key(table, row)))
            {
                rows.Add(row);
            }
        }

        _rows.Add(table, rows);
    }

    // Most foreign keys point to a row that exists; some dangle, as a nullable relation may.
    private void Relate(GoldTable table)
    {
        var keys = new HashSet<string>(_rows[table].Select(r => Key(table, r)), StringComparer.Ordinal);
        foreach (var row in _rows[table])
        {
            foreach (var relation in table.ToOne)
            {
                if (_random.Next(10) == 0 && relation.IsNullable)
                {
                    continue;
                }

                // Some rows are favourites, so that there are long lists of related rows beside empty ones.
                var target = _rows[relation.Target][_random.Next(1 + _random.Next(_rows[relation.Target].Count))];
                var before = relation.ForeignKey.Select(c => row[c.FieldName]).ToList();
                keys.Remove(Key(table, row));
                foreach (var (foreign, key) in relation.ForeignKey.Zip(relation.Target.Key))
                {
                    row[foreign.FieldName] = target[key.FieldName];
                }

                if (!keys.Add(Key(table, row)))
                {
                    foreach (var (foreign, value) in relation.ForeignKey.Zip(before))
                    {
                        row[foreign.FieldName] = value;
                    }

                    keys.Add(Key(table, row));
                }
            }
        }
    }

    private static string Key(GoldTable table, Dictionary<string, object?> row) => string.Join('|', table.Key.Select(c => row[c.FieldName]));

    private object? Value(GoldColumn column, int index)
    {
        if (column.Type.IsNullable && _random.Next(4) == 0)
        {
            return null;
        }

        if (column.Type.IsList)
        {
            return Enumerable.Range(0, _random.Next(4)).Select(_ => (string)Scalar(column.Type, index, isKey: false)).ToList();
        }

        return Scalar(column.Type, index, column.IsKey);
    }

    private object Scalar(GoldType type, int index, bool isKey) => type.Scalar switch
    {
        GoldScalar.Text when isKey => $"{Texts[_random.Next(Texts.Length)]}{index % 23}",
        GoldScalar.Text => Texts[_random.Next(Texts.Length)],
        GoldScalar.Enum => Naming.Upper(Enum.GetNames(type.EnumType!)[_random.Next(Enum.GetNames(type.EnumType!).Length)]),
        GoldScalar.Boolean => _random.Next(2) == 0,
        GoldScalar.Int => _random.Next(-3, isKey ? 1000 : 8),
        GoldScalar.Long => _random.NextInt64(-3, isKey ? 1000 : 8) * (_random.Next(9) == 0 ? 5_000_000_000 : 1),
        GoldScalar.Decimal => Math.Round((decimal)_random.Next(-50, 50) / _random.Next(1, 9), _random.Next(type.Scale + 1)),
        GoldScalar.Float => _random.Next(-20, 20) / 4.0,
        GoldScalar.Date => new DateOnly(2024, 1, 1).AddDays(_random.Next(isKey ? 400 : 30)),
        GoldScalar.DateTime => new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(_random.NextInt64(1000) * 10 * 1_500_000),
        _ => throw new InvalidOperationException(),
    };
}
