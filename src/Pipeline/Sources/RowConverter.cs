using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Microsoft.Extensions.Options;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>
/// Turns files that DuckDB can read into Parquet of text rows, once per content. A run then reads columns, not files, and a file that is cut off
/// shows itself here, before anything is made of it.
/// </summary>
internal sealed class RowConverter(BronzeStore store, IOptions<PipelineOptions> options)
{
    private const string Rejects = "unreadable";

    /// <summary>Makes the rows of an input, and of text also its unreadable lines, unless they are there already.</summary>
    /// <exception cref="SourceException">The file is not what it should be.</exception>
    public void Convert(BronzeInput input, BronzeTable table)
    {
        var target = store.RowsPath(input.Sha256, table.Name);
        if (File.Exists(target))
        {
            return;
        }

        using var connection = Open();
        var temporary = store.TemporaryPath();
        try
        {
            Convert(connection, input, table, temporary);
            if (input.Format == BronzeFormat.Delimited)
            {
                temporary = KeepUnreadableLines(connection, input, table, temporary);
            }

            // Last, so that rows are never there without their unreadable lines.
            File.Move(temporary, target, overwrite: true);
        }
        catch (DuckDBException e) when (e.ErrorType is not (DuckDBErrorType.OutOfMemory or DuckDBErrorType.Io or DuckDBErrorType.Interrupt))
        {
            // The copy that DuckDB names is nobody's business.
            var message = e.Message.Split('\n')[0].Replace(store.ObjectPath(input.Sha256), input.File, StringComparison.Ordinal);
            throw new SourceException(SourceException.Unreadable, $"It is not readable, or it is cut off: {message}", e);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        connection.Execute($"SET memory_limit = {Sql.Literal(options.Value.MemoryLimit)}; SET temp_directory = {Sql.Literal(store.TemporaryPath())}");
        return connection;
    }

    private void Convert(DuckDBConnection connection, BronzeInput input, BronzeTable table, string target)
    {
        var path = store.ObjectPath(input.Sha256);
        if (input.Format == BronzeFormat.Json && connection.Text(ServiceJson.Check(table, path)) is { } wrong)
        {
            throw new SourceException(wrong.Contains(" not in ", StringComparison.Ordinal) ? SourceException.BadUnit : SourceException.BadHeader, wrong);
        }

        var select = input.Format switch
        {
            BronzeFormat.Delimited => DelimitedFile.Open(path).Select(table, Rejects),
            BronzeFormat.Json => ServiceJson.Select(table, path),
            BronzeFormat.Parquet => ParquetFile.Select(table, path, connection),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input.Format, "Sheets are read by the workbook reader."),
        };
        Copy(connection, select, target);
    }

    // DuckDB numbers only the lines that it could read. Each line that it could not moves the ones behind it.
    private string KeepUnreadableLines(DuckDBConnection connection, BronzeInput input, BronzeTable table, string rows)
    {
        var lines = store.TemporaryPath();
        try
        {
            Copy(connection, $"""
                SELECT line::BIGINT AS source_row, any_value(csv_line) AS raw, any_value(error_message) AS reason
                FROM {Rejects} GROUP BY line ORDER BY line
                """, lines);
            if (connection.Count($"SELECT count(*) FROM {Rejects}") > 0)
            {
                var renumbered = store.TemporaryPath();
                Copy(connection, $"""
                    WITH before AS (
                        SELECT source_row - row_number() OVER (ORDER BY source_row) AS last_row FROM read_parquet({Sql.Literal(lines)})
                    ),
                    moves AS (
                        SELECT last_row, count(*) OVER (ORDER BY last_row) AS lines FROM before
                    )
                    SELECT kept.source_row + coalesce(moves.lines, 0) AS source_row, kept.* EXCLUDE (source_row)
                    FROM read_parquet({Sql.Literal(rows)}) AS kept
                    ASOF LEFT JOIN (SELECT last_row, max(lines) AS lines FROM moves GROUP BY last_row) AS moves ON moves.last_row < kept.source_row
                    """, renumbered);
                File.Delete(rows);
                rows = renumbered;
            }

            File.Move(lines, store.UnreadablePath(input.Sha256, table.Name), overwrite: true);
            return rows;
        }
        finally
        {
            File.Delete(lines);
        }
    }

    private static void Copy(DuckDBConnection connection, string select, string target) =>
        connection.Execute($"COPY ({select}\n) TO {Sql.Literal(target)} (FORMAT parquet, COMPRESSION zstd)");
}
