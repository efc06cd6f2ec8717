namespace NovaCorrente.Pipeline.Tests.Gold;

/// <summary>Rates, indicators and weather.</summary>
public sealed class ContextTests : IDisposable
{
    private readonly GoldLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void An_exchange_rate_changes_against_the_banking_day_before_of_its_currency()
    {
        _lab.Run("""
            INSERT INTO silver.exchange_rate (date, currency, buy, sell) VALUES
                ('2025-01-03', 'USD', 5.0, 5.0), ('2025-01-06', 'USD', 5.4, 5.5), ('2025-01-06', 'EUR', 6.0, 6.1);
            """);
        _lab.Build("exchange_rate_daily");
        Assert.Equal(
            ["2025-01-03 USD 5 5 - -", "2025-01-06 EUR 6 6.1 - -", "2025-01-06 USD 5.4 5.5 2025-01-03 0.1"],
            _lab.Rows("SELECT * FROM gold.exchange_rate_daily ORDER BY date, currency"));
    }

    [Fact]
    public void An_interest_rate_changes_in_percentage_points()
    {
        _lab.Run("INSERT INTO silver.interest_rate (date, series, rate) VALUES ('2025-01-01', 'SELIC', 12.25), ('2025-01-02', 'SELIC', 13.25)");
        _lab.Build("interest_rate_daily");
        Assert.Equal(["2025-01-01 SELIC 12.25 -", "2025-01-02 SELIC 13.25 1"], _lab.Rows("SELECT * FROM gold.interest_rate_daily ORDER BY date"));
    }

    // Twelve months of 1 %: 1.01¹² − 1 = 12.682503 %.
    [Fact]
    public void Twelve_months_accumulate_by_compounding()
    {
        Indicator("IPCA", "IPCA - Variação mensal", "2024-01-01", 13, "1");
        Assert.Equal(
            ["2024-11-01 1 - FEWER_THAN_TWELVE_MONTHS", "2024-12-01 1 12.682503 -", "2025-01-01 1 12.682503 -"],
            Accumulated("month >= '2024-11-01'"));
    }

    [Fact]
    public void A_month_without_value_or_without_row_breaks_the_year()
    {
        Indicator("INPC", "INPC - Variação mensal", "2023-01-01", 25, "1");
        _lab.Run("UPDATE silver.economic_indicator SET value = NULL WHERE month = '2023-06-01'; DELETE FROM silver.economic_indicator WHERE month = '2024-07-01'");
        Assert.Equal(
            ["2023-06-01 - - NOT_PUBLISHED", "2024-05-01 1 - FEWER_THAN_TWELVE_MONTHS", "2024-06-01 1 12.682503 -", "2025-01-01 1 - FEWER_THAN_TWELVE_MONTHS"],
            Accumulated("month IN ('2023-06-01', '2024-05-01', '2024-06-01', '2025-01-01')"));
    }

    [Fact]
    public void A_level_does_not_accumulate()
    {
        Indicator("UNEMPLOYMENT", "Taxa de desocupação, na semana de referência", "2024-01-01", 12, "6.5");
        Assert.Equal(["2024-12-01 6.5 - NOT_A_RATE_OF_CHANGE"], Accumulated("month = '2024-12-01'"));
    }

    [Fact]
    public void Weather_is_summed_up_by_local_day()
    {
        Hour("2025-01-01", "20", "80", "30", "5");
        Hour("2025-01-01", "23", "90", "20", "NULL");
        Hour("2025-01-02", "NULL", "NULL", "NULL", "NULL");
        Hour("2025-01-03", "20.5", "70", "49.999", "11");
        _lab.Build("weather_daily", "city");
        Assert.Equal(
            [
                "salvador_ba 2025-01-01 20 21.5 23 85 50 5 2 True",
                "salvador_ba 2025-01-02 - - - - - - 1 -",
                "salvador_ba 2025-01-03 20.5 20.5 20.5 70 49.999 11 1 False",
            ],
            _lab.Rows("SELECT * FROM gold.weather_daily ORDER BY date"));
        Assert.Equal(["salvador_ba SALVADOR BA -12.97 -38.5 -"], _lab.Rows("SELECT * FROM gold.city"));
    }

    private void Indicator(string indicator, string name, string first, int months, string value) => _lab.Run($"""
        INSERT INTO silver.economic_indicator BY NAME
        SELECT '{indicator}' AS indicator, '{name}' AS indicator_name, (DATE '{first}' + to_months(i::INTEGER))::DATE AS month, {value} AS value, '%' AS unit
        FROM range({months}) AS months(i)
        """);

    private IReadOnlyList<string> Accumulated(string where) => _lab.Build("economic_indicator_monthly")
        .Rows($"SELECT month, value, twelve_month_accumulated, reason FROM gold.economic_indicator_monthly WHERE {where} ORDER BY month");

    private void Hour(string date, string temperature, string humidity, string rain, string wind) => _lab.Run($"""
        INSERT INTO silver.weather_hourly BY NAME SELECT 'salvador' AS city, 'BA' AS state, 'salvador_ba' AS city_id, -12.97 AS latitude,
            -38.5 AS longitude, TIMESTAMP '{date} 12:00' AS time_utc, DATE '{date}' AS local_date, {temperature} AS temperature,
            {humidity} AS humidity, {rain} AS precipitation, {wind} AS wind_speed
        """);
}
