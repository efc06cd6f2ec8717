using System.Text;
using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using DuckDB.NET.Data;
using NovaCorrente.Resolvers.Export;
using NovaCorrente.Resolvers.Tests.Support;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Tests.Export;

public sealed class ExportTests(GoldFixture gold) : IClassFixture<GoldFixture>
{
    private const string Lines =
        "{ purchaseLines { nodes { lineId quantity requestedOn orderedOn isService repeatOrdinal sourceRow qualityFlags part { name fam: family { name } } } } }";

    private IReadOnlyList<Dictionary<string, object?>> Rows => gold.Rows.Of(GoldModel.Default.Table("PurchaseLine"));

    [Fact]
    public async Task Csv_has_every_row_with_dotted_names_accents_and_quotes()
    {
        var text = Encoding.UTF8.GetString(await FileAsync(Lines, ExportFormat.Csv));

        Assert.StartsWith("\uFEFFlineId,quantity,requestedOn,orderedOn,isService,repeatOrdinal,sourceRow,qualityFlags,part.name,part.fam.name\r\n", text, StringComparison.Ordinal);
        Assert.Equal(Rows.Count + 1, Records(text).Count);
        var byId = Records(text).Skip(1).ToDictionary(r => r[0], StringComparer.Ordinal);
        Assert.All(Rows, row =>
        {
            var record = byId[(string)row["lineId"]!];
            Assert.Equal((decimal)row["quantity"]!, decimal.Parse(record[1], System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(string.Join('|', (List<string>)row["qualityFlags"]!), record[7]);
        });
    }

    [Fact]
    public async Task Csv_disarms_formulas_unless_it_is_asked_for_raw()
    {
        const string query = "{ parts(where: { name: { eq: \"~\" } }) { nodes { name } } }";
        Assert.DoesNotContain("'~", Encoding.UTF8.GetString(await FileAsync(query, ExportFormat.Csv)), StringComparison.Ordinal);

        await using var database = new MemoryStream();
        Assert.Equal("\uFEFFname;x\r\n'=1+1;-2\r\n", await WrittenAsync(raw: false));
        Assert.Equal("\uFEFFname;x\r\n=1+1;-2\r\n", await WrittenAsync(raw: true));
    }

    [Fact]
    public async Task Ndjson_has_one_flat_object_per_line()
    {
        var lines = Encoding.UTF8.GetString(await FileAsync(Lines, ExportFormat.Ndjson)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Rows.Count, lines.Length);
        Assert.All(lines, line => Assert.True(JsonDocument.Parse(line).RootElement.TryGetProperty("part.fam.name", out _)));
    }

    [Fact]
    public async Task Parquet_reads_back_in_DuckDB_with_the_types_of_the_schema()
    {
        var path = Path.Combine(Path.GetTempPath(), $"nova-export-{Guid.NewGuid():N}.parquet");
        await File.WriteAllBytesAsync(path, await FileAsync(Lines, ExportFormat.Parquet));
        try
        {
            using var connection = new DuckDBConnection("Data Source=:memory:");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*), sum(quantity)::VARCHAR, any_value(typeof(quantity)), any_value(typeof(\"requestedOn\")), any_value(typeof(\"isService\")), count(\"orderedOn\"), any_value(typeof(\"qualityFlags\")), string_agg(array_to_string(\"qualityFlags\", ','), ';' ORDER BY array_to_string(\"qualityFlags\", ',')) FROM '{path}'";
            using var reader = command.ExecuteReader();
            reader.Read();
            Assert.Equal(Rows.Count, reader.GetInt64(0));
            Assert.Equal(Rows.Sum(r => (decimal)r["quantity"]!), decimal.Parse(reader.GetString(1), System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(("DECIMAL(18,4)", "DATE", "BOOLEAN"), (reader.GetString(2), reader.GetString(3), reader.GetString(4)));
            Assert.Equal(Rows.Count(r => r["orderedOn"] is not null), reader.GetInt64(5));
            Assert.Equal("VARCHAR[]", reader.GetString(6));
            var flags = Rows.Select(r => string.Join(',', (IEnumerable<object>)r["qualityFlags"]!));
            Assert.Equal(string.Join(';', flags.Order(StringComparer.Ordinal)), reader.GetString(7));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Arrow_reads_back_with_nulls_lists_and_exact_decimals()
    {
        using var reader = new ArrowStreamReader(new MemoryStream(await FileAsync(Lines, ExportFormat.Arrow)));
        var rows = 0;
        var sum = 0m;
        while (await reader.ReadNextRecordBatchAsync() is { } batch)
        {
            rows += batch.Length;
            var quantities = (Decimal128Array)batch.Column("quantity");
            sum += Enumerable.Range(0, batch.Length).Sum(i => quantities.GetValue(i)!.Value);
            Assert.IsType<ListArray>(batch.Column("qualityFlags"));
        }

        Assert.Equal((Rows.Count, Rows.Sum(r => (decimal)r["quantity"]!)), (rows, sum));
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Ndjson)]
    [InlineData(ExportFormat.Parquet)]
    [InlineData(ExportFormat.Arrow)]
    public async Task An_empty_list_is_a_valid_file(ExportFormat format)
    {
        var file = await FileAsync("{ parts(where: { partCode: { in: [] } }) { nodes { partCode name } } }", format);
        if (format is ExportFormat.Csv)
        {
            Assert.Equal("\uFEFFpartCode,name\r\n", Encoding.UTF8.GetString(file));
        }

        Assert.True(format is ExportFormat.Ndjson ? file.Length == 0 : file.Length > 0);
    }

    [Fact]
    public async Task Aggregates_and_pages_above_the_usual_limit_are_exported()
    {
        var csv = Encoding.UTF8.GetString(await FileAsync(
            "{ purchaseLinesAggregate(groupBy: [UNIT], first: 5000) { nodes { key { unit } n: count quantity { sum } } } }", ExportFormat.Csv));
        Assert.StartsWith("\uFEFFkey.unit,n,quantity.sum\r\n", csv, StringComparison.Ordinal);
        Assert.Equal(Rows.Select(r => r["unit"]).Distinct().Count() + 1, Records(csv).Count);

        var three = Encoding.UTF8.GetString(await FileAsync("{ parts(first: 3, order: { name: DESC }) { nodes { name } } }", ExportFormat.Ndjson));
        Assert.Equal(3, three.Count(c => c == '\n'));
    }

    [Fact]
    public async Task The_last_rows_are_exported_in_their_order()
    {
        const string name = "{ parts(ORDER) { nodes { name } } }";
        async Task<string[]> NamesAsync(string arguments) => Encoding.UTF8
            .GetString(await FileAsync(name.Replace("ORDER", arguments, StringComparison.Ordinal), ExportFormat.Ndjson))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var all = await NamesAsync("order: { name: ASC }");
        Assert.Equal(all[^3..], await NamesAsync("last: 3, order: { name: ASC }"));
        Assert.Equal(all[..3], await NamesAsync("first: 3, order: { name: ASC }"));
    }

    [Theory]
    [InlineData("{ parts { totalCount } }", "GOLD_EXPORT_NOTHING")]
    [InlineData("{ parts { nodes { purchaseLines { nodes { lineId } } } } }", "GOLD_EXPORT_NESTED_LIST")]
    [InlineData("{ parts(first: 3, last: 2) { nodes { name } } }", "GOLD_EXPORT_FIRST_OR_LAST")]
    [InlineData("{ a: parts { nodes { name } } b: parts { nodes { name } } }", "GOLD_EXPORT_ONE_FIELD")]
    public async Task What_is_no_flat_list_is_refused(string query, string code)
    {
        var request = new ExportRequest { Format = ExportFormat.Csv };
        using var answer = await gold.ExecuteAsync(query, export: request);
        Assert.Equal(code, answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        if (request.Prepared is { } prepared)
        {
            await prepared.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_the_query_and_frees_the_connection()
    {
        for (var i = 0; i < 40; i++)
        {
            var request = new ExportRequest { Format = ExportFormat.Csv };
            using var answer = await gold.ExecuteAsync(Lines, export: request);
            using var gone = new CancellationTokenSource();
            await gone.CancelAsync();
            await using var export = request.Prepared!;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => export.WriteToAsync(Stream.Null, gone.Token));
        }

        Assert.NotEmpty(await FileAsync(Lines, ExportFormat.Csv));
    }

    private async Task<byte[]> FileAsync(string query, ExportFormat format)
    {
        var request = new ExportRequest { Format = format };
        using var answer = await gold.ExecuteAsync(query, export: request);
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        await using var export = request.Prepared!;
        using var file = new MemoryStream();
        await export.WriteToAsync(file, CancellationToken.None);
        return file.ToArray();
    }

    // A text that looks like a formula does not occur in the fixture's rows, so the writer gets one from DuckDB directly.
    private static async Task<string> WrittenAsync(bool raw)
    {
        var path = Path.Combine(Path.GetTempPath(), $"nova-export-{Guid.NewGuid():N}.duckdb");
        using (var connection = new DuckDBConnection($"Data Source={path}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE t AS SELECT '=1+1' AS name, -2 AS x";
            command.ExecuteNonQuery();
        }

        using (var database = DuckDb.QueryDatabase.Open(path, new DuckDb.QueryDatabaseOptions()))
        using (var lease = await database.LeaseAsync(CancellationToken.None))
        using (var result = lease.Connection.Prepare("SELECT * FROM t").Execute(streaming: true, CancellationToken.None))
        using (var chunk = result.Next()!)
        {
            var text = new GoldType(GoldScalar.Text, IsList: false, IsNullable: true);
            using var file = new MemoryStream();
            await using var writer = new CsvExportWriter([new ExportColumn("name", 0, text), new ExportColumn("x", 1, text)], file, ';', raw);
            await writer.BeginAsync(CancellationToken.None);
            await writer.WriteAsync(chunk, chunk.Rows, CancellationToken.None);
            return Encoding.UTF8.GetString(file.ToArray());
        }
    }

    private static List<List<string>> Records(string csv)
    {
        var records = new List<List<string>> { new() { "" } };
        var quoted = false;
        for (var i = 1; i < csv.Length; i++)
        {
            var record = records[^1];
            switch (csv[i])
            {
                case '"' when quoted && i + 1 < csv.Length && csv[i + 1] == '"':
                    record[^1] += '"';
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    record.Add("");
                    break;
                case '\r' when !quoted:
                    break;
                case '\n' when !quoted:
                    records.Add([""]);
                    break;
                default:
                    record[^1] += csv[i];
                    break;
            }
        }

        records.RemoveAt(records.Count - 1);
        return records;
    }
}
