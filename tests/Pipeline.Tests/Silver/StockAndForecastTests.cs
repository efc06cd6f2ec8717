using NovaCorrente.Pipeline.Tests.Sources;
using static NovaCorrente.Pipeline.Tests.Silver.SilverLab;

namespace NovaCorrente.Pipeline.Tests.Silver;

public sealed class StockAndForecastTests
{
    private const string Header = "series_id,part_code,site_code,family,ds,yhat,yhat_lower,yhat_upper,model_name,model_version,generated_at,dataset_id,source,provenance\n";
    private const string Good = "s1,000123,SITE-1,METAL,2025-12-01,1.5,1,2,net,7,2025-11-11T23:30:00-03:00,d1,real,\n";

    [Fact]
    public async Task Stock_has_decimal_commas_and_the_newest_export_wins()
    {
        using var lab = await new SourceLab().WithWorkbook(new TestWorkbook().Purchases(Line()))
            .Drop("stock/b.csv", "date;part;site;on_hand;on_order\n2025-11-01;000123;S;1,5;\n2025-11-02;000123;S;3;1\n")
            .Drop("stock/a.csv", "date;part;site;on_hand;on_order\n01/11/2025;000123;S;1.002,5;7\n;1;S;1;1\n2025-11-01;;S;1;1\n2025-11-01;1;;1;1\n2025-11-01;1;S;x;1\n2025-11-01;1;S;1;x\n2025-11-01;1;S;-1;1\n2025-11-01;1;S;1;2000000000\n2035-11-01;1;S;1;1\n")
            .RefineAsync();
        Assert.Equal(["2025-11-01|000123|S|1002.5|7", "2025-11-02|000123|S|3|1"], lab.Rows("SELECT date, part_code, site_code, on_hand, on_order FROM silver.stock ORDER BY 1"));
        Assert.Equal(
            ["MISSING_DATE", "MISSING_PART_CODE", "MISSING_SITE_CODE", "NON_NUMERIC_QTY", "NON_NUMERIC_QTY", "NEGATIVE_QTY", "QTY_OUT_OF_RANGE", "DATE_OUT_OF_RANGE"],
            lab.Rows("SELECT rule FROM silver.quarantine ORDER BY source_row"));
    }

    [Fact]
    public async Task Stock_of_a_part_that_was_never_bought_is_set_aside_and_counted()
    {
        using var lab = await new SourceLab().WithWorkbook(new TestWorkbook().Purchases(Line()))
            .Drop("stock/a.csv", "date;part;site;on_hand;on_order\n2025-11-01;000123;A SITE NOBODY KNOWS;1;\n2025-11-01;999999;S;2;\n").RefineAsync();
        Assert.Equal("000123|A SITE NOBODY KNOWS|1", lab.Row("SELECT part_code, site_code, on_hand FROM silver.stock"));
        Assert.Equal(
            "stock|3|UNKNOWN_PART|No accepted purchase line names the part 999999.",
            lab.Row("SELECT source, source_row, rule, reason FROM silver.quarantine"));
        Assert.Equal("2|1|1|0|yes", lab.Row("SELECT rows_in, rows_kept, rows_quarantined, rows_excluded, balanced FROM silver.source_count WHERE source = 'stock'"));
    }

    [Fact]
    public async Task A_good_forecast_is_kept_with_its_times_in_UTC()
    {
        using var lab = await new SourceLab().WithWorkbook(new TestWorkbook().Purchases(Line())).Drop("forecasts/f.csv", Header + Good
            + "s2,,,METAL,2025-12-01,0,,,net,7,2025-11-11T12:00:00,d1,real,synthetic\n").RefineAsync();
        Assert.Equal(
            ["000123|SITE-1|2025-12-01|1.5|1|2|2025-11-12 02:30|UNKNOWN", "-|-|2025-12-01|0|-|-|2025-11-11 12:00|SYNTHETIC"],
            lab.Rows("SELECT part_code, site_code, ds, yhat, yhat_lower, yhat_upper, generated_at, provenance FROM silver.forecast ORDER BY source_row"));
    }

    [Theory]
    [InlineData("s1,000123,S,F,2025-12-01,1.5,1,2,net,,2025-11-01,d1,real,", "MISSING_MODEL_VERSION")]
    [InlineData("s1,000123,S,F,2025-12-01,1.5,1,2,net,7,,d1,real,", "MISSING_GENERATED_AT")]
    [InlineData("s1,000123,S,F,2025-12-01,1.5,1,2,net,7,2025-11-01,,real,", "MISSING_DATASET_ID")]
    [InlineData("s1,000123,S,F,2025-12-01,1.5,1,2,net,7,2025-11-01,d1,N/A,", "MISSING_SOURCE")]
    [InlineData("s1,000123,S,F,2025-12-01,1.5,1,2,net,7,yesterday,d1,real,", "UNREADABLE_GENERATED_AT")]
    [InlineData("s1,000123,S,F,2025-12-01,1.5,1,2,net,7,2025-11-13,d1,real,", "GENERATED_IN_FUTURE")]
    [InlineData("s1,000123,S,F,someday,1.5,1,2,net,7,2025-11-01,d1,real,", "UNREADABLE_DATE")]
    [InlineData("s1,,S,,2025-12-01,1.5,1,2,net,7,2025-11-01,d1,real,", "MISSING_PART_CODE")]
    [InlineData("s1,999999,S,F,2025-12-01,1.5,1,2,net,7,2025-11-01,d1,real,", "UNKNOWN_PART")]
    [InlineData("s1,000123,S,F,2025-12-01,many,1,2,net,7,2025-11-01,d1,real,", "NON_NUMERIC_QTY")]
    [InlineData("s1,000123,S,F,2025-12-01,1.5,1,9e12,net,7,2025-11-01,d1,real,", "QTY_OUT_OF_RANGE")]
    [InlineData("s1,000123,S,F,2025-12-01,-0.1,-1,2,net,7,2025-11-01,d1,real,", "NEGATIVE_FORECAST")]
    [InlineData("s1,000123,S,F,2025-12-01,1.5,1.6,2,net,7,2025-11-01,d1,real,", "INTERVAL_INVERTED")]
    [InlineData("s1,000123,S,F,2025-12-01,1.5,1,1.4,net,7,2025-11-01,d1,real,", "INTERVAL_INVERTED")]
    public async Task One_bad_row_refuses_its_file_and_no_other(string row, string rule)
    {
        using var lab = await new SourceLab().WithWorkbook(new TestWorkbook().Purchases(Line()))
            .Drop("forecasts/bad.csv", Header + Good + row + "\n" + Good).Drop("forecasts/good.csv", Header + Good).RefineAsync();
        Assert.Equal("forecasts/good.csv", lab.Row("SELECT source_file FROM silver.forecast"));
        Assert.Equal(
            $"forecast|forecasts/bad.csv|{rule}|The whole file is refused because of row 3.|3",
            lab.Row("SELECT source, source_file, rule, reason, count(*) FROM silver.quarantine GROUP BY ALL"));
    }

    [Fact]
    public async Task A_file_without_a_required_column_is_refused_as_a_whole()
    {
        using var lab = await new SourceLab().WithWorkbook(new TestWorkbook().Purchases(Line()))
            .Drop("forecasts/bad.csv", "part_code,ds,yhat,generated_at,dataset_id,source\n000123,2025-12-01,1,2025-11-01,d,s\n").RefineAsync();
        Assert.Equal(
            "forecasts|forecasts/bad.csv|-|BAD_HEADER|The first line has no column 'model_version'.",
            lab.Row("SELECT source, source_file, source_row, rule, reason FROM silver.quarantine"));
    }
}
