using System.Globalization;
using System.Text.Json;

namespace NovaCorrente.Pipeline.Tests.Sample;

public sealed class SampleSeriesTests : IAsyncLifetime
{
    private SampleFolder _folder = null!;

    public async Task InitializeAsync() => _folder = await SampleFolder.WriteAsync(400);

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("usd")]
    [InlineData("eur")]
    public async Task Exchange_rates_have_several_bulletins_a_day_and_one_closing_except_where_planted(string currency)
    {
        var bulletins = await ReadAsync($"bcb/ptax-{currency}.json", root => root.GetProperty("value").EnumerateArray().Select(bulletin => (
            At: DateTime.ParseExact(bulletin.GetProperty("dataHoraCotacao").GetString()!, "yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture),
            Kind: bulletin.GetProperty("tipoBoletim").GetString(),
            Buy: bulletin.GetProperty("cotacaoCompra").GetDecimal(),
            Sell: bulletin.GetProperty("cotacaoVenda").GetDecimal())).ToList());
        var days = bulletins.GroupBy(bulletin => DateOnly.FromDateTime(bulletin.At)).ToList();
        var closings = days.ToDictionary(day => day.Key, day => day.Count(bulletin => bulletin.Kind == "Fechamento"));

        Assert.Equal(_folder.Report.Series.Bulletins, bulletins.Count);
        Assert.Equal(bulletins.Select(bulletin => bulletin.At).Order(), bulletins.Select(bulletin => bulletin.At));
        Assert.All(bulletins, bulletin => Assert.InRange(bulletin.Sell - bulletin.Buy, 0.0001m, 0.01m));
        Assert.All(days, day => Assert.False(day.Key.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.Equal(_folder.Report.Series.ClosingDays, closings.Count(day => day.Value > 0));
        Assert.Equal(_folder.Report.Series.TwiceClosedOn, Assert.Single(closings, day => day.Value == 2).Key);
        Assert.Equal(days[^1].Key, Assert.Single(closings, day => day.Value == 0).Key);
        var twice = days.Single(day => day.Key == _folder.Report.Series.TwiceClosedOn).Where(bulletin => bulletin.Kind == "Fechamento").ToList();
        Assert.Equal(twice[0].Buy, twice[1].Buy);
    }

    [Fact]
    public async Task A_currency_may_have_no_quotation_at_all() =>
        Assert.Equal(0, await ReadAsync("bcb/ptax-gbp.json", root => root.GetProperty("value").GetArrayLength()));

    [Fact]
    public async Task Interest_rates_are_text_for_every_calendar_day()
    {
        var days = await ReadAsync("bcb/selic.json", root => root.GetProperty("data").EnumerateArray().Select(day => (
            Day: DateOnly.ParseExact(day.GetProperty("data").GetString()!, "dd/MM/yyyy", CultureInfo.InvariantCulture),
            Value: decimal.Parse(day.GetProperty("valor").GetString()!, CultureInfo.InvariantCulture))).ToList());

        Assert.Equal(_folder.Report.Series.InterestDays, days.Count);
        Assert.Equal(SampleFolder.Until, days[^1].Day);
        Assert.Equal(days.Count - 1, days[^1].Day.DayNumber - days[0].Day.DayNumber);
        Assert.True(days.Select(day => day.Value).Distinct().Count() > 3);
    }

    [Theory]
    [InlineData("ipca", "D3C", 0)]
    [InlineData("inpc", "D3C", 1)]
    [InlineData("ipca15", "D4C", 1)]
    [InlineData("unemployment", "D3C", 2)]
    public async Task Indicators_start_with_an_element_that_names_the_columns(string file, string month, int markers)
    {
        var elements = await ReadAsync($"ibge/{file}.json", root => root.EnumerateArray()
            .Select(element => element.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!)).ToList());

        Assert.Equal("Valor", elements[0]["V"]);
        Assert.EndsWith("(Código)", elements[0][month], StringComparison.Ordinal);
        Assert.All(elements.Skip(1), element => Assert.Matches("^20[0-9]{4}$", element[month]));
        Assert.Equal(markers, elements.Skip(1).Count(element => element["V"] is ".." or "..." or "-"));
        Assert.All(elements, element => Assert.Equal(elements[0].Keys, element.Keys));
    }

    [Fact]
    public async Task Indicators_are_counted()
    {
        var values = 0;
        var markers = 0;
        foreach (var file in new[] { "ipca", "inpc", "ipca15", "unemployment" })
        {
            var texts = await ReadAsync($"ibge/{file}.json", root => root.EnumerateArray().Skip(1).Select(element => element.GetProperty("V").GetString()!).ToList());
            values += texts.Count(text => decimal.TryParse(text, CultureInfo.InvariantCulture, out _));
            markers += texts.Count(text => text is ".." or "..." or "-");
        }

        Assert.Equal(_folder.Report.Series.IndicatorValues, values);
        Assert.Equal(_folder.Report.Series.IndicatorMarkers, markers);
    }

    [Fact]
    public async Task Weather_is_hourly_in_parallel_arrays_of_GMT()
    {
        var files = Directory.GetFiles(Path.Combine(_folder.Path, "openmeteo"));
        var withoutRain = 0;
        foreach (var file in files)
        {
            using var document = await JsonDocument.ParseAsync(File.OpenRead(file));
            var hourly = document.RootElement.GetProperty("hourly");
            var rain = hourly.GetProperty("precipitation").EnumerateArray().ToList();
            Assert.Equal("GMT", document.RootElement.GetProperty("timezone").GetString());
            Assert.All(hourly.EnumerateObject(), array => Assert.Equal(_folder.Report.Series.Hours, array.Value.GetArrayLength()));
            Assert.Equal("2026-03-31T23:00", hourly.GetProperty("time")[_folder.Report.Series.Hours - 1].GetString());
            Assert.All(hourly.GetProperty("relative_humidity_2m").EnumerateArray(), humidity => Assert.InRange(humidity.GetInt32(), 20, 100));
            Assert.Contains(rain, hour => hour.ValueKind == JsonValueKind.Number && hour.GetDouble() > 10);
            withoutRain += rain.Count(hour => hour.ValueKind == JsonValueKind.Null);
        }

        Assert.Equal(_folder.Report.Series.Cities, files.Length);
        Assert.Equal(_folder.Report.Series.HoursWithoutRain, withoutRain);
    }

    private async Task<T> ReadAsync<T>(string file, Func<JsonElement, T> read)
    {
        await using var stream = _folder.Open(file);
        using var document = await JsonDocument.ParseAsync(stream);
        return read(document.RootElement);
    }
}
