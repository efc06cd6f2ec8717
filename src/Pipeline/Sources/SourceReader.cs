using DuckDB.NET.Data;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>Opens a file that has been taken into bronze, proves that it is what it should be, and says which tables it fills.</summary>
internal sealed class SourceReader(BronzeStore store, RowConverter converter)
{
    /// <summary>Reads a file for the tables that still want one.</summary>
    /// <returns>Inputs for the good tables and a problem for each other one.</returns>
    /// <exception cref="SourceException">The whole file is refused.</exception>
    public async Task<(IReadOnlyList<BronzeInput> Inputs, IReadOnlyList<(BronzeTable Table, SourceException Problem)> Problems)> ReadAsync(
        LandingFile file, string sha256, IReadOnlyList<BronzeTable> tables, CancellationToken cancellationToken)
    {
        switch (Path.GetExtension(file.Name).ToLowerInvariant())
        {
            case ".xlsx":
                return await ReadWorkbookAsync(file, sha256, tables, cancellationToken);
            case ".csv":
                return ([Converted(file, sha256, tables[0], BronzeFormat.Delimited)], []);
            case ".json":
                return ([Converted(file, sha256, tables[0], BronzeFormat.Json)], []);
            default:
                return ([Converted(file, sha256, tables[0], BronzeFormat.Parquet)], []);
        }
    }

    private async Task<(IReadOnlyList<BronzeInput>, IReadOnlyList<(BronzeTable, SourceException)>)> ReadWorkbookAsync(
        LandingFile file, string sha256, IReadOnlyList<BronzeTable> tables, CancellationToken cancellationToken)
    {
        List<BronzeTable> good = [], unread = [];
        foreach (var table in tables)
        {
            (await store.TryFetchSheetAsync(sha256, table.Name, cancellationToken) ? good : unread).Add(table);
        }

        var problems = unread.Count == 0 ? [] : await ConvertAsync(sha256, unread, cancellationToken);
        good.AddRange(unread.Except(problems.Select(problem => problem.Table)));

        // A sheet of headers only says nothing, so that text files can carry the lines of a workbook that has outgrown its sheet.
        good.RemoveAll(table => table.NewestFileOnly && IsEmpty(store.RowsPath(sha256, table.Name)));
        return ([.. good.Select(table => new BronzeInput(table.Name, file.Name, sha256, BronzeFormat.Sheet, file.ModifiedAt))], problems);
    }

    private static bool IsEmpty(string path)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection.Count($"SELECT count(*) FROM read_parquet({Sql.Literal(path)})") == 0;
    }

    private async Task<IReadOnlyList<(BronzeTable Table, SourceException Problem)>> ConvertAsync(
        string sha256, IReadOnlyList<BronzeTable> tables, CancellationToken cancellationToken)
    {
        Dictionary<BronzeTable, string> written = [];
        List<FileStream> streams = [];
        try
        {
            IReadOnlyList<(BronzeTable, SourceException)> problems;
            try
            {
                await using var workbook = File.OpenRead(store.ObjectPath(sha256));
                problems = await WorkbookReader.ReadAsync(workbook, tables, table =>
                {
                    var stream = File.Create(written[table] = store.TemporaryPath());
                    streams.Add(stream);
                    return TextTableWriter.CreateAsync(table, stream, cancellationToken);
                }, cancellationToken);
            }
            finally
            {
                foreach (var stream in streams)
                {
                    await stream.DisposeAsync();
                }
            }

            foreach (var (table, path) in written)
            {
                await store.KeepSheetAsync(sha256, table.Name, path, cancellationToken);
            }

            return problems;
        }
        finally
        {
            foreach (var path in written.Values)
            {
                File.Delete(path);
            }
        }
    }

    private BronzeInput Converted(LandingFile file, string sha256, BronzeTable table, BronzeFormat format)
    {
        var input = new BronzeInput(table.Name, file.Name, sha256, format, file.ModifiedAt);
        converter.Convert(input, table);
        return input;
    }
}
