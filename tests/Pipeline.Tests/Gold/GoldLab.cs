using System.Globalization;
using DuckDB.NET.Data;
using NovaCorrente.Pipeline.Transforms;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Tests.Gold;

/// <summary>A database in memory with silver tables to fill by hand, on which the real gold SQL runs.</summary>
internal sealed class GoldLab : IDisposable
{
    public static readonly DateOnly Today = new(2025, 10, 15);

    private static readonly TransformCatalog Transforms = TransformCatalog.Load();

    private readonly HashSet<string> _built = new(StringComparer.Ordinal);
    private int _lines;

    public GoldLab(TransformSettings? settings = null)
    {
        Connection.Open();
        Run("CREATE SCHEMA silver; CREATE SCHEMA gold;" + SilverTables.Sql);
        (settings ?? new TransformSettings()).Apply(Connection, Today, "run-1");
        Run(Transforms.Macros);
    }

    public DuckDBConnection Connection { get; } = new("DataSource=:memory:");

    public void Run(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Adds a purchase line of a material; the supplier is taken over into <c>silver.supplier</c>.</summary>
    public void Line(
        string date,
        string part = "P1",
        decimal quantity = 1,
        string unit = "UN",
        int? days = null,
        string supplier = "ACME",
        string kind = "COMPANY",
        string site = "UNKNOWN",
        string? realigned = null,
        string trust = "AS_DELIVERED",
        string family = "F1",
        string? request = null,
        bool retroactive = false,
        string flags = "[]",
        int ordinal = 1)
    {
        var n = ++_lines;
        var ordered = days is { } d ? $"DATE '{date}' + {d}" : "NULL";
        Run($"""
            INSERT INTO silver.purchase_line BY NAME SELECT
                '{n:x8}' AS line_id, '{request ?? n.ToString(CultureInfo.InvariantCulture)}' AS request_number, '{part}' AS part_code,
                'NAME {n}' AS part_name, '{family}' AS family_name, '{supplier}' AS supplier_key, '{kind}' AS supplier_kind,
                '{site}' AS site_code, {Text(realigned)} AS site_code_realigned, '{trust}' AS site_trust,
                {quantity.ToString(CultureInfo.InvariantCulture)} AS quantity, '{unit}' AS unit, DATE '{date}' AS requested_on,
                {ordered} AS ordered_on, {days?.ToString(CultureInfo.InvariantCulture) ?? "NULL"} AS request_to_order_days,
                {unit == "SR"} AS is_service, {retroactive} AS is_retroactive, {ordinal} AS repeat_ordinal, {flags}::VARCHAR[] AS quality_flags,
                'book.xlsx' AS source_file, {n + 1} AS source_row, 'run-1' AS run_id;
            INSERT INTO silver.supplier SELECT '{supplier}', 'Name of {supplier}', '{kind}', 1
            WHERE NOT EXISTS (FROM silver.supplier WHERE supplier_key = '{supplier}');
            """);
    }

    /// <summary>Makes gold tables, and first those that they read.</summary>
    public GoldLab Build(params string[] tables)
    {
        foreach (var table in tables.Where(_built.Add))
        {
            var transform = Transforms.Transforms.Single(t => t.Schema == "gold" && t.Table == table);
            Build([.. transform.DependsOn.Where(d => d.StartsWith("gold.", StringComparison.Ordinal)).Select(d => d["gold.".Length..])]);
            Run($"CREATE TABLE {transform.Name} AS {transform.Sql}");
        }

        return this;
    }

    public GoldLab BuildAll() => Build([.. GoldModel.Default.SnapshotTables.Select(t => t.SqlName)]);

    /// <summary>The rows of a query as text: values joined by blanks, <c>-</c> for null, decimals without trailing zeros.</summary>
    public IReadOnlyList<string> Rows(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => Show(reader.IsDBNull(i) ? null : reader.GetValue(i)))));
        }

        return rows;
    }

    public void Dispose() => Connection.Dispose();

    private static string Text(string? value) => value is null ? "NULL" : $"'{value}'";

    private static string Show(object? value) => value switch
    {
        null => "-",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
