using System.Globalization;

namespace NovaCorrente.Pipeline.Sources.Remote;

/// <summary>One answer to pull.</summary>
/// <param name="Source">Name of the source that it belongs to.</param>
/// <param name="File">Name under which it lands; the readers take currency, indicator and city from it.</param>
/// <param name="Address">What to ask.</param>
internal sealed record RemoteRequest(string Source, string File, Uri Address)
{
    private const string SelicSeries = "432";

    // The service refuses longer spans of a daily series.
    private const int YearsOfSeries = 10;

    private static readonly (string Indicator, string Query)[] Indicators =
    [
        ("ipca", "t/1737/n1/all/v/63"),
        ("ipca15", "t/7062/n1/all/v/355/c315/7169"),
        ("inpc", "t/1736/n1/all/v/44"),
        ("unemployment", "t/6381/n1/all/v/4099"),
    ];

    private static readonly string[] DefaultCurrencies = ["USD", "EUR"];

    private static readonly RemoteCity[] DefaultCities =
    [
        new() { Id = "salvador_ba", Latitude = -12.9714, Longitude = -38.5014 },
        new() { Id = "recife_pe", Latitude = -8.0476, Longitude = -34.877 },
        new() { Id = "fortaleza_ce", Latitude = -3.7319, Longitude = -38.5267 },
        new() { Id = "rio_de_janeiro_rj", Latitude = -22.9068, Longitude = -43.1729 },
        new() { Id = "sao_paulo_sp", Latitude = -23.5505, Longitude = -46.6333 },
    ];

    /// <summary>All that is to be pulled on a day; every answer covers the whole span, so that each is a full snapshot.</summary>
    public static IEnumerable<RemoteRequest> All(RemoteOptions options, DateOnly today)
    {
        foreach (var currency in options.Currencies.Count > 0 ? options.Currencies : DefaultCurrencies)
        {
            yield return new("ptax", $"bcb/ptax-{currency.ToLowerInvariant()}.json", At(options.PtaxAddress,
                "CotacaoMoedaPeriodo(moeda=@moeda,dataInicial=@dataInicial,dataFinalCotacao=@dataFinalCotacao)",
                $"?@moeda='{Uri.EscapeDataString(currency.ToUpperInvariant())}'&@dataInicial='{options.Since:MM-dd-yyyy}'&@dataFinalCotacao='{today:MM-dd-yyyy}'&$format=json"));
        }

        for (var from = options.Since; from <= today; from = from.AddYears(YearsOfSeries))
        {
            var until = from.AddYears(YearsOfSeries).AddDays(-1);
            yield return new("selic", $"bcb/selic-{from.Year}.json", At(options.SeriesAddress,
                $"bcdata.sgs.{SelicSeries}/dados",
                $"?formato=json&dataInicial={from:dd'/'MM'/'yyyy}&dataFinal={(until < today ? until : today):dd'/'MM'/'yyyy}"));
        }

        foreach (var (indicator, query) in Indicators)
        {
            yield return new("sidra", $"ibge/{indicator}.json", At(options.SidraAddress, $"values/{query}/p/", $"{options.Since:yyyyMM}-{today:yyyyMM}"));
        }

        foreach (var city in options.Cities.Count > 0 ? options.Cities : DefaultCities)
        {
            yield return new("open_meteo", $"openmeteo/{city.Id}.json", At(options.WeatherAddress,
                "archive?hourly=temperature_2m,relative_humidity_2m,precipitation,wind_speed_10m&timezone=GMT",
                $"&latitude={city.Latitude}&longitude={city.Longitude}&start_date={options.WeatherSince:yyyy-MM-dd}&end_date={today.AddDays(-1):yyyy-MM-dd}"));
        }
    }

    private static Uri At(Uri address, string path, FormattableString query) =>
        new($"{address.AbsoluteUri.TrimEnd('/')}/{path}{query.ToString(CultureInfo.InvariantCulture)}");
}
