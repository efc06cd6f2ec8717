using NovaCorrente.Pipeline.Tests.Sources;

namespace NovaCorrente.Pipeline.Tests.Silver;

public sealed class ServiceTests
{
    private static string Bulletin(string at, string kind, object buy, object sell) =>
        $$"""{"paridadeCompra": 1.0, "cotacaoCompra": {{buy}}, "cotacaoVenda": {{sell}}, "dataHoraCotacao": "{{at}}", "tipoBoletim": "{{kind}}"}""";

    private static string Ptax(params string[] bulletins) => $$"""{"value": [{{string.Join(',', bulletins)}}]}""";

    [Fact]
    public async Task The_last_closing_bulletin_of_a_day_is_its_rate()
    {
        using var lab = await new SourceLab().Drop("bcb/ptax-usd.json", Ptax(
            Bulletin("2025-04-23 10:00:00", "Abertura", "5.1", "5.2"),
            Bulletin("2025-04-23 13:06:30.123", "Fechamento", "5.7", "5.8"),
            Bulletin("2025-04-23 13:04:30.123", "Fechamento", "5.3", "5.4"),
            Bulletin("2025-04-24 10:00:00", "Abertura", "5.5", "5.6"),
            Bulletin("2025-04-25 13:00:00", "Fechamento", "null", "5.6"),
            Bulletin("2025-04-26 13:00:00", "Fechamento", "0", "5.6"),
            Bulletin("no time", "Fechamento", "5", "5.6"))).RefineAsync();
        Assert.Equal("2025-04-23|USD|5.7|5.8|1|-", lab.Row("SELECT date, currency, buy, sell, parity_buy, parity_sell FROM silver.exchange_rate"));
        Assert.Equal(["5|NON_NUMERIC_RATE", "6|NON_POSITIVE_RATE", "7|UNREADABLE_DATE"], lab.Rows("SELECT source_row, rule FROM silver.quarantine ORDER BY 1"));
        Assert.Equal("7|1|3|3", lab.Row("SELECT rows_in, rows_kept, rows_quarantined, rows_excluded FROM silver.source_count WHERE source = 'ptax'"));
    }

    [Fact]
    public async Task Of_two_landings_the_newest_wins_each_day_and_none_is_counted_twice()
    {
        using var lab = await new SourceLab()
            .Drop("bcb/selic-b.json", """{"data": [{"data": "01/01/2025", "valor": "12.25"}, {"data": "02/01/2025", "valor": "12.25"}]}""")
            .Drop("bcb/selic-a.json", """[{"data": "02/01/2025", "valor": "12,50"}, {"data": "2025-01-03", "valor": "1"}, {"data": "04/01/2025", "valor": "x"}]""").RefineAsync();
        Assert.Equal(["2025-01-01|SELIC|12.25", "2025-01-02|SELIC|12.5"], lab.Rows("SELECT date, series, rate FROM silver.interest_rate ORDER BY 1"));
        Assert.Equal(["UNREADABLE_DATE", "NON_NUMERIC_RATE"], lab.Rows("SELECT rule FROM silver.quarantine ORDER BY source_row"));
    }

    [Fact]
    public async Task The_month_is_found_by_the_header_element_and_markers_are_missing_values()
    {
        using var lab = await new SourceLab()
            .Drop("ibge/ipca.json", """
                [{"V": "Valor", "MN": "U", "D1C": "Brasil (Código)", "D1N": "Brasil", "D2C": "Variável (Código)", "D2N": "Variável", "D3C": "Mês (Código)", "D3N": "Mês"},
                 {"V": "1.24", "MN": "%", "D1C": "1", "D1N": "Brasil", "D2C": "63", "D2N": "IPCA", "D3C": "202501", "D3N": "janeiro 2025"},
                 {"V": "..", "MN": "%", "D1C": "1", "D1N": "Brasil", "D2C": "63", "D2N": "IPCA", "D3C": "202502", "D3N": "x"},
                 {"V": "...", "MN": "%", "D1C": "1", "D1N": "Brasil", "D2C": "63", "D2N": "IPCA", "D3C": "202503", "D3N": "x"},
                 {"V": "-", "MN": "%", "D1C": "1", "D1N": "Brasil", "D2C": "63", "D2N": "IPCA", "D3C": "202504", "D3N": "x"},
                 {"V": "high", "MN": "%", "D1C": "1", "D1N": "Brasil", "D2C": "63", "D2N": "IPCA", "D3C": "202505", "D3N": "x"},
                 {"V": "1", "MN": "%", "D1C": "1", "D1N": "Brasil", "D2C": "63", "D2N": "IPCA", "D3C": "202513", "D3N": "x"}]
                """)
            .Drop("ibge/ipca15.json", """
                [{"V": "Valor", "MN": "U", "D1C": "Brasil (Código)", "D1N": "Brasil", "D2C": "Geral, grupo, subgrupo, item e subitem (Código)", "D2N": "Geral, grupo", "D3C": "Variável (Código)", "D3N": "Variável", "D4C": "Mês (Código)", "D4N": "Mês"},
                 {"V": "0.5", "MN": "%", "D1C": "1", "D1N": "Brasil", "D2C": "7169", "D2N": "Índice geral", "D3C": "355", "D3N": "IPCA15", "D4C": "202501", "D4N": "x"},
                 {"V": "9", "MN": "%", "D1C": "1", "D1N": "Brasil", "D2C": "7170", "D2N": "Alimentação", "D3C": "355", "D3N": "IPCA15", "D4C": "202501", "D4N": "x"}]
                """)
            .Drop("ibge/unemployment.json", """
                [{"V": "Valor", "MN": "U", "D1C": "a", "D1N": "a", "D2C": "b", "D2N": "b", "D3C": "c", "D3N": "c"},
                 {"V": "6", "MN": "%", "D1C": "1", "D1N": "Brasil", "D2C": "4099", "D2N": "Taxa", "D3C": "202501", "D3N": "x"}]
                """).RefineAsync();
        Assert.Equal(
            ["IPCA|IPCA|2025-01-01|1.24|-|%", "IPCA|IPCA|2025-02-01|-|..|%", "IPCA|IPCA|2025-03-01|-|...|%", "IPCA|IPCA|2025-04-01|-|-|%", "IPCA15|IPCA15|2025-01-01|0.5|-|%"],
            lab.Rows("SELECT indicator, indicator_name, month, value, missing_marker, unit FROM silver.economic_indicator ORDER BY 1, 3"));
        Assert.Equal(
            ["ibge/ipca.json|NON_NUMERIC_VALUE", "ibge/ipca.json|UNREADABLE_MONTH", "ibge/unemployment.json|BAD_HEADER"],
            lab.Rows("SELECT source_file, rule FROM silver.quarantine ORDER BY 1, source_row"));
    }

    [Fact]
    public async Task Hours_belong_to_the_day_in_Bahia()
    {
        using var lab = await new SourceLab().Drop("openmeteo/rio_de_janeiro_rj.json", """
            {"latitude": -22.9, "longitude": -43.2, "elevation": 9, "hourly": {"time": ["2025-01-02T02:00", "2025-01-02T03:00", "never"],
             "temperature_2m": [25.5, null, 1], "relative_humidity_2m": [80, 81, 1], "precipitation": [0.1, 0.2, 1], "wind_speed_10m": [10, 11, 1]}}
            """).RefineAsync();
        Assert.Equal(
            ["rio_de_janeiro|RJ|2025-01-01 23:00|2025-01-01|25.5|80|0.1|10|-22.9", "rio_de_janeiro|RJ|2025-01-02|2025-01-02|-|81|0.2|11|-22.9"],
            lab.Rows("SELECT city, state, local_time, local_date, temperature, humidity, precipitation, wind_speed, latitude FROM silver.weather_hourly ORDER BY time_utc"));
        Assert.Equal("open_meteo|3|UNREADABLE_DATE", lab.Row("SELECT source, source_row, rule FROM silver.quarantine"));
    }

    [Fact]
    public async Task Rain_of_two_landings_is_that_of_the_newest()
    {
        static string Rain(double mm) => $$"""
            {"hourly": {"time": ["2025-01-02T12:00"], "temperature_2m": [1], "relative_humidity_2m": [1], "precipitation": [{{mm.ToString(System.Globalization.CultureInfo.InvariantCulture)}}], "wind_speed_10m": [1]} }
            """;
        using var lab = new SourceLab().Drop("openmeteo/salvador_ba.json", Rain(60));
        await lab.RefineAsync();
        lab.Drop("openmeteo/salvador_ba.json", Rain(61.5));
        await lab.RefineAsync();
        Assert.Equal("61.5", lab.Row("SELECT sum(precipitation) FROM silver.weather_hourly"));
    }
}
