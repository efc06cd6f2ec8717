using NovaCorrente.Pipeline.Sources;

namespace NovaCorrente.Pipeline.Tests.Sources;

public sealed class ServiceJsonTests
{
    private const string Weather = """
        {"latitude": -12.97, "longitude": -38.5, "elevation": 7, "utc_offset_seconds": 0,
         "hourly_units": {"time": "iso8601", "temperature_2m": "°C", "relative_humidity_2m": "%", "precipitation": "mm", "wind_speed_10m": "km/h"},
         "hourly": {"time": ["2025-01-01T00:00", "2025-01-01T01:00"], "temperature_2m": [25.1, null], "relative_humidity_2m": [80, 81],
                    "precipitation": [0.0, 1.25], "wind_speed_10m": [10, 11]}}
        """;

    [Fact]
    public async Task Numbers_come_as_text_without_loss()
    {
        using var lab = new SourceLab()
            .Drop("bcb/ptax-usd.json", """{"value": [{"paridadeCompra": 1.0, "cotacaoCompra": 5.1234, "cotacaoVenda": 6, "dataHoraCotacao": "2025-01-02 13:00:00.1", "tipoBoletim": "Fechamento"}]}""")
            .Drop("openmeteo/salvador_ba.json", Weather)
            .Drop("ibge/ipca.json", """[{"V": "Valor", "MN": "U", "D1C": "Brasil (Código)", "D1N": "Brasil", "D2C": "b", "D2N": "B", "D3C": "c", "D3N": "C"}, {"V": "..", "MN": "%", "D1C": "1", "D1N": "Brasil", "D2C": "63", "D2N": "v", "D3C": "202501", "D3N": "m"}]""");
        await lab.LoadAsync();
        Assert.Equal("1|USD|5.1234|6|1.0|-", lab.Row("SELECT source_row, currency, buy, sell, parity_buy, parity_sell FROM bronze.ptax"));
        Assert.Equal(
            ["1|salvador_ba|2025-01-01T00:00|25.1|80|0.0|10|-12.97", "2|salvador_ba|2025-01-01T01:00|-|81|1.25|11|-12.97"],
            lab.Rows("SELECT source_row, city_id, time, temperature_2m, relative_humidity_2m, precipitation, wind_speed_10m, latitude FROM bronze.open_meteo ORDER BY 1"));
        Assert.Equal(["1|IPCA|Valor|c", "2|IPCA|..|202501"], lab.Rows("SELECT source_row, indicator, value, d3c FROM bronze.sidra ORDER BY 1"));
    }

    [Fact]
    public async Task An_empty_list_of_bulletins_is_a_good_answer()
    {
        using var lab = new SourceLab().Drop("bcb/ptax-usd.json", """{"value": []}""");
        Assert.Equal(SourceState.Landed, (await lab.LandAsync("ptax")).State);
    }

    [Fact]
    public async Task The_series_may_come_as_the_bare_list_that_the_service_sends()
    {
        using var lab = new SourceLab().Drop("bcb/selic.json", """[{"data": "01/01/2025", "valor": "12.25"}]""");
        await lab.LoadAsync();
        Assert.Equal("01/01/2025|12.25", lab.Row("SELECT date, value FROM bronze.selic"));
    }

    [Theory]
    [InlineData("ptax", "bcb/ptax-usd.json", """{"codigo": 500}""", "BAD_HEADER", "it has no list 'value'")]
    [InlineData("ptax", "bcb/ptax-usd.json", """{"value": [{"cotacaoVenda": 1}]}""", "BAD_HEADER", "No entry has a member dataHoraCotacao, tipoBoletim, cotacaoCompra.")]
    [InlineData("selic", "bcb/selic.json", """{"erro": 1}""", "BAD_HEADER", "neither a list")]
    [InlineData("selic", "bcb/selic.json", "<html>", "UNREADABLE_FILE", "It is not readable")]
    [InlineData("sidra", "ibge/ipca.json", """{"message": "x"}""", "BAD_HEADER", "it is no list")]
    [InlineData("open_meteo", "openmeteo/salvador_ba.json", """{"error": true}""", "BAD_HEADER", "It has no hourly list time, temperature_2m")]
    public async Task An_answer_of_another_shape_is_refused_with_the_reason(string source, string file, string json, string rule, string reason)
    {
        using var lab = new SourceLab().Drop(file, json);
        var rejection = Assert.Single((await lab.LandAsync(source)).Rejections);
        Assert.Equal(rule, rejection.Rule);
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"°C\"", "\"°F\"", "BAD_UNIT", "Temperatures are not in °C.")]
    [InlineData("\"mm\"", "\"inch\"", "BAD_UNIT", "Precipitation is not in mm.")]
    [InlineData("\"km/h\"", "\"kn\"", "BAD_UNIT", "Wind speed is not in km/h.")]
    [InlineData("\"utc_offset_seconds\": 0", "\"utc_offset_seconds\": -10800", "BAD_HEADER", "Its times are not GMT.")]
    [InlineData("[80, 81]", "[80]", "BAD_HEADER", "Its hourly lists are not of one length.")]
    public async Task Weather_in_other_units_or_uneven_is_refused(string from, string to, string rule, string reason)
    {
        using var lab = new SourceLab().Drop("openmeteo/salvador_ba.json", Weather.Replace(from, to, StringComparison.Ordinal));
        var rejection = Assert.Single((await lab.LandAsync("open_meteo")).Rejections);
        Assert.Equal((rule, reason), (rejection.Rule, rejection.Reason));
    }
}
