namespace NovaCorrente.Pipeline.Tests.Gold;

public sealed class ForecastTests : IDisposable
{
    private readonly GoldLab _lab = new();

    public ForecastTests()
    {
        _lab.Line("2025-01-01", quantity: 4, site: "BAABC001");
        _lab.Line("2025-01-01", quantity: 6, site: "BAABC002");
        _lab.Line("2025-01-03", quantity: 10, part: "P2", family: "F2");
    }

    public void Dispose() => _lab.Dispose();

    // P1 at one site: 4 was demanded, 5 and then 2 predicted, the second against no demand; a day after the log is not compared.
    [Fact]
    public void Errors_are_those_computed_by_hand()
    {
        Forecast("P1", "BAABC001", "2025-01-01", 5, 3, 4.5);
        Forecast("P1", "BAABC001", "2025-01-02", 2, 0, 3);
        Forecast("P1", "BAABC001", "2025-01-04", 99, 0, 99);
        _lab.Build("forecast_accuracy");
        Assert.Equal(
            [
                "R FAMILY 2025-01-01 naive v1 2 1 0.75 0.25 0.75 -",
                "R PART 2025-01-01 naive v1 2 1 0.75 0.25 0.75 -",
                "R SERIES 2025-01-01 naive v1 2 1 0.75 0.25 0.75 1",
                "R TOTAL 2025-01-01 naive v1 2 1 0.75 0.25 0.75 -",
            ],
            _lab.Rows("SELECT * FROM gold.forecast_accuracy ORDER BY level"));
    }

    // By site 4 and 6 predicted as 6 and 4: both wrong, but right in sum.
    [Fact]
    public void Errors_level_out_where_series_are_added_up()
    {
        Forecast("P1", "BAABC001", "2025-01-01", 6);
        Forecast("P1", "BAABC002", "2025-01-01", 4);
        _lab.Build("forecast_accuracy");
        Assert.Equal(
            ["FAMILY 1 0", "PART 1 0", "SERIES 2 0.4", "TOTAL 1 0"],
            _lab.Rows("SELECT level, observations, wape FROM gold.forecast_accuracy ORDER BY level"));
    }

    [Fact]
    public void A_forecast_for_all_sites_is_compared_with_all_demand_and_never_added_to_those_of_sites()
    {
        Forecast("P1", null, "2025-01-01", 10);
        Forecast("P1", "BAABC001", "2025-01-01", 4);
        _lab.Build("forecast_accuracy");
        Assert.Equal(["PART 1 0", "SERIES 2 0"], _lab.Rows("SELECT level, observations, wape FROM gold.forecast_accuracy WHERE level IN ('PART', 'SERIES') ORDER BY level"));
        Assert.Equal(["ALL", "BAABC001"], _lab.Rows("SELECT site_code FROM gold.demand_forecast ORDER BY 1"));
    }

    [Fact]
    public void Families_are_kept_apart_and_the_total_holds_all()
    {
        Forecast("P1", null, "2025-01-03", 1);
        Forecast("P2", null, "2025-01-03", 10);
        _lab.Build("forecast_accuracy");
        Assert.Equal(
            ["FAMILY 2 0.1 0 0.1", "TOTAL 1 0.1 0.1 0.1"],
            _lab.Rows("SELECT level, observations, wape, mape, bias FROM gold.forecast_accuracy WHERE level IN ('FAMILY', 'TOTAL') ORDER BY level"));
    }

    [Fact]
    public void Forecasts_from_invented_data_are_shown_but_never_judged()
    {
        Forecast("P1", null, "2025-01-01", 10, provenance: "SYNTHETIC");
        _lab.Build("forecast_accuracy");
        Assert.Equal(["True"], _lab.Rows("SELECT is_synthetic FROM gold.demand_forecast"));
        Assert.Empty(_lab.Rows("FROM gold.forecast_accuracy"));
    }

    [Fact]
    public void Without_demand_there_is_no_percentage()
    {
        Forecast("P1", null, "2025-01-02", 3);
        _lab.Build("forecast_accuracy");
        Assert.Equal(["1 - - -"], _lab.Rows("SELECT observations, wape, mape, bias FROM gold.forecast_accuracy WHERE level = 'TOTAL'"));
    }

    private void Forecast(
        string part, string? site, string date, double yhat, double? lower = null, double? upper = null, string provenance = "MEASURED") =>
        _lab.Run(FormattableString.Invariant($"""
            INSERT INTO silver.forecast BY NAME SELECT '{part}' AS part_code, {(site is null ? "NULL" : $"'{site}'")} AS site_code, DATE '{date}' AS ds,
                {yhat} AS yhat, {(object?)lower ?? "NULL"} AS yhat_lower, {(object?)upper ?? "NULL"} AS yhat_upper, 'naive' AS model_name,
                'v1' AS model_version, TIMESTAMP '2025-01-02 06:00' AS generated_at, 'd1' AS dataset_id, 'lab' AS forecast_source,
                '{provenance}' AS provenance, 'R' AS forecast_run_id
            """));
}
