using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Schema.Gold.Model;
using Parquet;
using Parquet.Schema;

namespace NovaCorrente.Pipeline.Snapshots;

/// <summary>What the footer of a Parquet file says of itself, read by another library than the one that wrote it.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Names and types of the columns, in DuckDB's spelling.</param>
internal sealed record ParquetFooter(long Rows, IReadOnlyList<(string Name, string Type)> Columns)
{
    /// <exception cref="LakeException">The file is no readable Parquet file.</exception>
    public static async Task<ParquetFooter> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: cancellationToken);
            return new ParquetFooter(reader.Metadata!.NumRows, [.. reader.Schema.Fields.Select(f => (f.Name, TypeOf(f)))]);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException)
        {
            throw new LakeException(LakeFault.Corrupt, $"'{Path.GetFileName(path)}' is no readable Parquet file: {e.Message}", e);
        }
    }

    /// <summary>How the columns differ from what the table declares, in a sentence, or null when they do not.</summary>
    public string? Mismatch(GoldTable table)
    {
        var declared = table.Columns.Select(c => (Name: c.SqlName, Type: c.Type.DuckDbName)).ToList();
        if (declared.SequenceEqual(Columns))
        {
            return null;
        }

        var differences = declared.Except(Columns).Select(c => $"{c.Name} {c.Type} is declared but not stored")
            .Concat(Columns.Except(declared).Select(c => $"{c.Name} {c.Type} is stored but not declared"))
            .DefaultIfEmpty("the order of the columns differs");
        return $"The columns of {table.SqlName} are not as declared: {string.Join(", ", differences)}.";
    }

    private static string TypeOf(Field field) => field switch
    {
        ListField list => TypeOf(list.Item) + "[]",
        DecimalDataField d => $"DECIMAL({d.Precision},{d.Scale})",
        DateTimeDataField { DateTimeFormat: DateTimeFormat.Date } => "DATE",
        DateTimeDataField { IsAdjustedToUTC: false } => "TIMESTAMP",
        DateTimeDataField => "TIMESTAMP WITH TIME ZONE",
        DataField { IsArray: true } d => ScalarOf(d.ClrType) + "[]",
        DataField d => ScalarOf(d.ClrType),
        _ => field.SchemaType.ToString(),
    };

    private static string ScalarOf(Type type) => type switch
    {
        _ when type == typeof(string) || type == typeof(ReadOnlyMemory<char>) => "VARCHAR",
        _ when type == typeof(bool) => "BOOLEAN",
        _ when type == typeof(int) => "INTEGER",
        _ when type == typeof(long) => "BIGINT",
        _ when type == typeof(double) => "DOUBLE",
        _ when type == typeof(DateOnly) => "DATE",
        _ when type == typeof(DateTime) => "TIMESTAMP",
        _ => type.Name,
    };
}
