using DuckDB.NET.Data;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>Makes the <c>bronze.*</c> tables of a DuckDB database from what has been landed: views over the Parquet rows of its files.</summary>
internal sealed class BronzeLoader(BronzeStore store, RowConverter converter)
{
    public async Task<IReadOnlyDictionary<string, long>> LoadAsync(
        DuckDBConnection connection, IReadOnlyCollection<BronzeSource> sources, IReadOnlySet<string>? tables, CancellationToken cancellationToken)
    {
        connection.Execute("CREATE SCHEMA IF NOT EXISTS bronze");
        CreateRejections(connection, sources);
        Dictionary<string, long> rows = [];
        List<string> unreadable = [];
        foreach (var table in SourceCatalog.Tables)
        {
            var inputs = sources.SelectMany(source => source.Inputs)
                .Where(input => input.Table == table.Name && tables?.Contains(table.Name) != false).ToList();
            foreach (var input in inputs)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await FetchAsync(table, input, cancellationToken);
                if (input.Format == BronzeFormat.Delimited)
                {
                    unreadable.Add($"""
                        SELECT {Sql.Literal(table.Name)}, {Sql.Literal(input.File)}, {Sql.Literal(input.Sha256)}, source_row, raw, reason
                        FROM read_parquet({Sql.Literal(store.UnreadablePath(input.Sha256, table.Name))})
                        """);
                }
            }

            CreateView(connection, table.Name, ["source_rank BIGINT", "source_row BIGINT", .. table.Columns.Select(column => $"{column.Name} VARCHAR")],
                inputs.Index().Select(input => Rows(table, input.Item, input.Index + 1)));
            rows[table.Name] = connection.Count($"SELECT count(*) FROM bronze.{table.Name}");
        }

        CreateUnreadableLines(connection, unreadable);
        rows[BronzeContent.Rejection] = connection.Count("SELECT count(*) FROM bronze.rejection");
        rows[BronzeContent.UnreadableLine] = connection.Count("SELECT count(*) FROM bronze.unreadable_line");
        store.Prune(sources.SelectMany(source => source.Inputs).Select(input => input.Sha256));
        return rows;
    }

    private async Task FetchAsync(BronzeTable table, BronzeInput input, CancellationToken cancellationToken)
    {
        if (input.Format == BronzeFormat.Sheet)
        {
            await store.TryFetchSheetAsync(input.Sha256, table.Name, cancellationToken);
            return;
        }

        await store.FetchObjectAsync(input.Sha256, cancellationToken);
        converter.Convert(input, table);
    }

    private string Rows(BronzeTable table, BronzeInput input, int rank)
    {
        var name = Path.GetFileNameWithoutExtension(input.File);
        var columns = table.Columns.Select(column => column.FromFileName is { } value ? $"{Sql.Literal(value(name))} AS {column.Name}" : column.Name);
        return $"""
            SELECT {Sql.Literal(input.File)} AS source_file, {Sql.Literal(input.Sha256)} AS source_sha256, {rank}::BIGINT AS source_rank, source_row,
                {string.Join(", ", columns)}
            FROM read_parquet({Sql.Literal(store.RowsPath(input.Sha256, table.Name))})
            """;
    }

    private static void CreateView(DuckDBConnection connection, string name, IEnumerable<string> columns, IEnumerable<string> selects)
    {
        var nothing = columns.Select(column => column.Split(' ')).Select(column => $"NULL::{column[1]} AS {column[0]}");
        var empty = $"SELECT NULL::VARCHAR AS source_file, NULL::VARCHAR AS source_sha256, {string.Join(", ", nothing)} WHERE false";
        connection.Execute($"CREATE OR REPLACE VIEW bronze.{name} AS {string.Join("\nUNION ALL\n", selects.DefaultIfEmpty(empty))}");
    }

    private static void CreateUnreadableLines(DuckDBConnection connection, List<string> selects)
    {
        connection.Execute("""
            CREATE OR REPLACE TABLE bronze.unreadable_line
                (source_table VARCHAR, source_file VARCHAR, source_sha256 VARCHAR, source_row BIGINT, raw VARCHAR, reason VARCHAR)
            """);
        foreach (var select in selects)
        {
            connection.Execute($"INSERT INTO bronze.unreadable_line {select}");
        }
    }

    private static void CreateRejections(DuckDBConnection connection, IReadOnlyCollection<BronzeSource> sources)
    {
        connection.Execute("""
            CREATE OR REPLACE TABLE bronze.rejection
                (source VARCHAR, source_file VARCHAR, source_sha256 VARCHAR, part VARCHAR, rule VARCHAR, reason VARCHAR)
            """);
        foreach (var rejection in sources.SelectMany(source => source.Rejections))
        {
            var values = new[] { rejection.Source, rejection.File, rejection.Sha256, rejection.Part, rejection.Rule, rejection.Reason };
            connection.Execute($"INSERT INTO bronze.rejection VALUES ({string.Join(", ", values.Select(Sql.Literal))})");
        }
    }
}
