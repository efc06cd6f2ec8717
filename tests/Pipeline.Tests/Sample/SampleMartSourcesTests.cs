using NovaCorrente.Pipeline.Sample;
using NovaCorrente.Pipeline.Tests.Toys;

namespace NovaCorrente.Pipeline.Tests.Sample;

public sealed class SampleMartSourcesTests
{
    [Fact]
    public async Task Stock_is_a_semicolon_file_with_decimal_commas_about_parts_that_were_bought()
    {
        using var folder = await SampleFolder.WriteAsync(2_000);
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder.Path, "stock", "estoque.csv"));
        var rows = lines.Skip(1).Select(line => line.Split(';')).ToList();
        var bought = SuppliesWorkbookTests.Lines(folder).Select(line => line[1]).ToHashSet();

        Assert.Equal("date;part;site;on_hand;on_order", lines[0]);
        Assert.Equal(folder.Report.StockRows, rows.Count);
        Assert.All(rows, row => Assert.Contains(row[1], bought));
        Assert.All(rows, row => Assert.Matches(@"^\d+(,\d+)?$", row[3]));
        Assert.Contains(rows, row => row[3].Contains(','));
        Assert.Equal("2026-03-31", rows.Max(row => row[0]));
        Assert.Equal(rows.Count, rows.Select(row => (row[0], row[1], row[2])).Distinct().Count());
    }

    [Theory]
    [InlineData("demanda.parquet", "REAL")]
    [InlineData("demanda-sintetica.parquet", "SYNTHETIC")]
    public async Task Forecasts_are_complete_ordered_and_partly_in_the_past(string file, string provenance)
    {
        using var folder = await SampleFolder.WriteAsync(4_000);
        var path = Path.Combine(folder.Path, "forecasts", file);

        var good = DuckDb.Scalar<long>($"""
            SELECT count(*) FROM '{path}'
            WHERE yhat >= 0 AND yhat_lower <= yhat AND yhat <= yhat_upper AND provenance = '{provenance}'
              AND model_version IS NOT NULL AND generated_at IS NOT NULL AND source IS NOT NULL AND dataset_id IS NOT NULL
              AND ds > generated_at::DATE AND generated_at < TIMESTAMP '2026-03-31'
            """);

        Assert.Equal(provenance == "REAL" ? folder.Report.ForecastRows : folder.Report.SyntheticForecastRows, good);
        Assert.Equal(good, DuckDb.Scalar<long>($"SELECT count(*) FROM (SELECT DISTINCT part_code, site_code, ds FROM '{path}')"));
        Assert.True(DuckDb.Scalar<bool>($"SELECT min(ds) < DATE '2026-03-31' AND max(ds) > DATE '2026-03-31' FROM '{path}'"));
    }

    [Fact]
    public async Task Stock_and_forecasts_can_be_left_out_and_do_not_linger()
    {
        using var folder = await SampleFolder.WriteAsync(500);
        var without = folder.Report.Options with { Stock = false, Forecasts = false };

        var report = await SampleGenerator.WriteAsync(folder.Path, without, null, CancellationToken.None);

        Assert.DoesNotContain(report.Files, file => file.StartsWith("stock", StringComparison.Ordinal) || file.StartsWith("forecasts", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Path, "stock")));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Path, "forecasts")));
        Assert.Equal(0, report.StockRows + report.ForecastRows + report.SyntheticForecastRows);
    }
}
