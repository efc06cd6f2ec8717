namespace NovaCorrente.Pipeline.Tests.Sample;

/// <summary>What was planted in the sample is what the pipeline finds: two countings that know nothing of each other.</summary>
public sealed class SamplePipelineTests(SamplePipeline pipeline) : IClassFixture<SamplePipeline>
{
    [Fact]
    public void The_run_succeeds_and_every_gold_table_has_rows()
    {
        Assert.Equal((RunState.Succeeded, null), (pipeline.Run.State, pipeline.Run.Reason));
        Assert.All(pipeline.Run.Checks, check => Assert.True(check.Passed, $"{check.Table} {check.Rule}: {check.Detail}"));
        Assert.All(pipeline.Snapshot.Tables, table => Assert.True(table.Rows > 0, table.Name));
    }

    [Fact]
    public void Lines_that_cannot_be_used_are_set_aside_for_the_reasons_that_were_planted()
    {
        var planted = pipeline.Planted.Purchases;

        Assert.Equal(
            new Dictionary<string, long>
            {
                ["DATE_OUT_OF_RANGE"] = planted.RequestDateOutOfRange,
                ["MISSING_PART_CODE"] = planted.MissingPartCode,
                ["MISSING_REQUEST_DATE"] = planted.MissingRequestDate,
                ["NON_NUMERIC_QTY"] = planted.NonNumericQuantity,
                ["NON_POSITIVE_QTY"] = planted.NonPositiveQuantity,
            },
            pipeline.Run.Quarantine.ToDictionary(count => count.Reason, count => count.Rows));
        Assert.Equal(planted.Usable, pipeline.Scalar<long>("select count(*) from {purchase_line}"));
        Assert.Equal(planted.UsableQuantity, pipeline.Scalar<decimal>("select sum(quantity) from {purchase_line}"));
        Assert.Equal(planted.Services, pipeline.Scalar<long>("select count(*) from {purchase_line} where is_service"));
    }

    [Fact]
    public void Kept_lines_carry_the_flags_that_were_planted()
    {
        var planted = pipeline.Planted.Purchases;

        Assert.Equal(planted.Retroactive, Flagged("RETROACTIVE_ORDER"));
        Assert.Equal(planted.OrderDateOutOfRange, Flagged("ORDER_DATE_OUT_OF_RANGE"));
        Assert.Equal(planted.SiteUnknown + planted.SiteMissing, Flagged("SITE_UNKNOWN"));
        Assert.Equal(planted.Repeated, Flagged("REPEATED_LINE"));
        Assert.Equal(planted.UnitNormalised, Flagged("UNIT_NORMALISED"));
        Assert.Equal(planted.FractionalUnit, Flagged("FRACTIONAL_UNIT"));
        Assert.Equal(planted.OddCode, Flagged("CODE_PATTERN_ODD"));
        Assert.Equal(planted.SiteMissing, pipeline.Scalar<long>("select count(*) from {purchase_line} where site_code = 'UNKNOWN'"));
        Assert.Equal(planted.SiteCut, pipeline.Scalar<long>("select count(*) from {purchase_line} where length(site_code) > 10 and site_code not like 'PC-%'"));
        Assert.Equal(
            planted.SupplierTaxNumber,
            pipeline.Scalar<long>("select count(*) from {purchase_line} join {supplier} using (supplier_key) where kind = 'INDIVIDUAL'"));
    }

    [Fact]
    public void Spellings_of_a_supplier_come_together_and_no_tax_number_is_left()
    {
        Assert.Equal(0, pipeline.Scalar<long>("select count(*) from {supplier} where regexp_matches(display_name, '\\d{3}')"));
        Assert.Equal(
            pipeline.Scalar<long>("select count(*) from {supplier}"),
            pipeline.Scalar<long>("select count(distinct regexp_replace(strip_accents(upper(display_name)), '( (LTDA|ME|EPP|EIRELI))?$', '')) from {supplier}"));
    }

    [Fact]
    public void Lists_and_accounts_arrive_whole()
    {
        var planted = pipeline.Planted.Registry;

        Assert.Equal(planted.Sites - planted.DuplicateSites, pipeline.Scalar<long>("select count(*) from {site} where is_in_registry"));
        Assert.Equal(planted.Customers, pipeline.Scalar<long>("select count(*) from {customer} where customer_code <> 'UNKNOWN'"));
        Assert.Equal(planted.Accounts, pipeline.Scalar<long>("select count(*) from {expense_summary}"));
        Assert.Equal(planted.AccountTotal, pipeline.Scalar<decimal>("select sum(amount) from {expense_summary}"));
        Assert.Equal(1, pipeline.Scalar<long>("select count(*) from {expense_summary} where account_name like '%–%'"));
    }

    [Fact]
    public void Series_arrive_one_row_a_day_month_or_city()
    {
        var planted = pipeline.Planted.Series;

        Assert.Equal(2 * planted.ClosingDays, pipeline.Scalar<long>("select count(*) from {exchange_rate_daily}"));
        Assert.Equal(planted.InterestDays, pipeline.Scalar<long>("select count(*) from {interest_rate_daily}"));
        Assert.Equal(planted.IndicatorValues, pipeline.Scalar<long>("select count(value) from {economic_indicator_monthly}"));
        Assert.Equal(planted.IndicatorMarkers, pipeline.Scalar<long>("select count(*) from {economic_indicator_monthly} where value is null"));
        Assert.Equal(planted.Cities, pipeline.Scalar<long>("select count(*) from {city}"));
        Assert.Equal(planted.Cities * ((planted.Hours / 24) + 1), pipeline.Scalar<long>("select count(*) from {weather_daily}"));
        Assert.Equal(planted.Cities * planted.Hours, pipeline.Scalar<long>("select sum(hours_seen)::bigint from {weather_daily}"));
    }

    [Fact]
    public void Stock_and_forecasts_reach_their_marts()
    {
        Assert.Equal(pipeline.Planted.StockRows, pipeline.Scalar<long>("select count(*) from {stock_position}"));
        Assert.Equal(
            pipeline.Planted.ForecastRows + pipeline.Planted.SyntheticForecastRows, pipeline.Scalar<long>("select count(*) from {demand_forecast}"));
        Assert.Equal(pipeline.Planted.SyntheticForecastRows, pipeline.Scalar<long>("select count(*) from {demand_forecast} where is_synthetic"));
        Assert.True(pipeline.Scalar<long>("select count(wape) from {forecast_accuracy}") > 0);
    }

    [Theory]
    [InlineData("part_policy", "pattern", 2)]
    [InlineData("part_policy", "abc_class", 3)]
    [InlineData("part_policy", "xyz_class", 3)]
    [InlineData("inventory_position", "alert_level", 3)]
    [InlineData("site", "kind", 5)]
    [InlineData("part", "unit", 8)]
    public void The_demand_is_of_many_kinds(string table, string column, int kinds) =>
        Assert.True(pipeline.Scalar<long>($"select count(distinct {column}) from {{{table}}}") >= kinds);

    [Fact]
    public void The_stable_window_leaves_out_the_sparse_months()
    {
        Assert.Equal(new DateOnly(2025, 5, 1), DateOnly.FromDateTime(pipeline.Scalar<DateTime>("select min(date)::timestamp from {calendar_day} where is_stable_window")));
        Assert.Equal(new DateOnly(2026, 2, 28), DateOnly.FromDateTime(pipeline.Scalar<DateTime>("select max(date)::timestamp from {calendar_day} where is_stable_window")));
    }

    private long Flagged(string flag) => pipeline.Scalar<long>($"select count(*) from {{purchase_line}} where list_contains(quality_flags, '{flag}')");
}
