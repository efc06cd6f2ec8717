using DuckDB.NET.Data;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>A Parquet file as delivered: spells the SQL that turns its columns into text.</summary>
internal static class ParquetFile
{
    /// <summary>The select that yields <c>source_row</c> and the columns of the table.</summary>
    /// <exception cref="SourceException">A column is missing.</exception>
    public static string Select(BronzeTable table, string path, DuckDBConnection connection)
    {
        var file = $"read_parquet({Sql.Literal(path)}, file_row_number = true)";
        List<string?> names = [];
        using (var command = connection.CreateCommand())
        {
            command.CommandText = $"SELECT name FROM parquet_schema({Sql.Literal(path)})";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                names.Add(reader.GetString(0));
            }
        }

        var match = HeaderMatch.Of(table, names);
        if (!match.IsGood)
        {
            throw new SourceException(SourceException.BadHeader, $"The file has {match.Problem}.");
        }

        var columns = table.Columns.Zip(match.Positions).Select(column =>
            $"{(column.Second < 0 ? "NULL" : Sql.Identifier(names[column.Second]!))}::VARCHAR AS {column.First.Name}");
        return $"SELECT file_row_number + 1 AS source_row, {string.Join(", ", columns)} FROM {file}";
    }
}
