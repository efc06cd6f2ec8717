using System.Globalization;
using System.Text.Json;

namespace NovaCorrente.Pipeline.Sample.Series;

/// <summary>Hourly weather as Open-Meteo's archive answers: parallel arrays in GMT.</summary>
internal sealed class Weather(ulong seed, DateOnly from, DateOnly until)
{
    // A gauge that is out for an hour now and then.
    private const int GaugeOutEvery = 5_003;
    private const int GaugeOutFirst = 1_009;

    /// <summary>Invented towns at believable places.</summary>
    public static readonly IReadOnlyList<Town> Towns =
    [
        new("porto_das_gameleiras_ba", -13.21, -38.97, 12, 26.2, 6, 0.055),
        new("serra_do_umbuzeiro_pe", -8.34, -37.12, 612, 23.4, 5, 0.02),
        new("lagoa_clarinha_ce", -4.07, -38.88, 33, 27.6, 3, 0.04),
    ];

    /// <summary>Hours of one town.</summary>
    public int Hours { get; } = (until.DayNumber - from.DayNumber + 1) * 24;

    /// <summary>Hours of one town without a rain figure.</summary>
    public int HoursWithoutRain => Hours <= GaugeOutFirst ? 0 : 1 + ((Hours - 1 - GaugeOutFirst) / GaugeOutEvery);

    public void Write(Stream stream, Town town) => JsonFile.Write(stream, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("latitude", town.Latitude);
        json.WriteNumber("longitude", town.Longitude);
        json.WriteNumber("generationtime_ms", 12.5);
        json.WriteNumber("utc_offset_seconds", 0);
        json.WriteString("timezone", "GMT");
        json.WriteString("timezone_abbreviation", "GMT");
        json.WriteNumber("elevation", town.Elevation);
        json.WriteStartObject("hourly_units");
        json.WriteString("time", "iso8601");
        json.WriteString("temperature_2m", "°C");
        json.WriteString("relative_humidity_2m", "%");
        json.WriteString("precipitation", "mm");
        json.WriteString("wind_speed_10m", "km/h");
        json.WriteEndObject();
        json.WriteStartObject("hourly");
        WriteHours(json, town);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private void WriteHours(Utf8JsonWriter json, Town town)
    {
        var rain = Rain(town);
        var temperature = SampleRandom.For(seed, "temperature " + town.Name);
        var wind = SampleRandom.For(seed, "wind " + town.Name);
        WriteArray(json, "time", hour => json.WriteStringValue(At(hour).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));
        WriteArray(json, "temperature_2m", hour => json.WriteNumberValue(Tenth(
            town.Temperature + (4.5 * Wave((At(hour).Hour - 9) / 24.0)) + (1.8 * Wave((At(hour).DayOfYear + 60) / 366.0)) + (0.5 * temperature.Normal()) - (rain[hour] > 0 ? 1.5 : 0))));
        WriteArray(json, "relative_humidity_2m", hour => json.WriteNumberValue(
            Math.Clamp((int)(72 - (16 * Wave((At(hour).Hour - 9) / 24.0)) + (rain[hour] > 0 ? 15 : 0) + (3 * temperature.Normal())), 20, 100)));
        WriteArray(json, "precipitation", hour =>
        {
            if (hour % GaugeOutEvery == GaugeOutFirst)
            {
                json.WriteNullValue();
            }
            else
            {
                json.WriteNumberValue(rain[hour]);
            }
        });
        WriteArray(json, "wind_speed_10m", hour => json.WriteNumberValue(Tenth(Math.Abs(11 + (5 * Wave((At(hour).Hour - 11) / 24.0)) + (3 * wind.Normal())))));
    }

    /// <summary>Showers that begin by chance, more often in the wet months, and mostly end after an hour or two.</summary>
    private double[] Rain(Town town)
    {
        var random = SampleRandom.For(seed, "rain " + town.Name);
        var rain = new double[Hours];
        var isRaining = false;
        for (var hour = 0; hour < rain.Length; hour++)
        {
            var distance = Math.Abs(At(hour).Month - town.WetMonth);
            var wet = 1.6 - (0.22 * Math.Min(distance, 12 - distance));
            isRaining = random.Chance(isRaining ? 0.62 : town.RainChance * wet);
            rain[hour] = isRaining ? Tenth(0.2 + (24 * Math.Pow(random.NextDouble(), 3))) : 0;
        }

        return rain;
    }

    private void WriteArray(Utf8JsonWriter json, string name, Action<int> value)
    {
        json.WriteStartArray(name);
        for (var hour = 0; hour < Hours; hour++)
        {
            value(hour);
        }

        json.WriteEndArray();
    }

    private DateTime At(int hour) => from.ToDateTime(TimeOnly.MinValue).AddHours(hour);

    private static double Tenth(double value) => Math.Round(value, 1);

    /// <summary>A wave between -1 and 1 made of two parabolas, which need no function whose last bit differs between platforms.</summary>
    private static double Wave(double turns)
    {
        var x = turns - Math.Floor(turns);
        return x < 0.5 ? 16 * x * (0.5 - x) : -16 * (x - 0.5) * (1 - x);
    }
}

/// <summary>A town with weather.</summary>
/// <param name="Name">Name and state, as in the file name.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="Elevation">Metres.</param>
/// <param name="Temperature">Yearly mean, °C.</param>
/// <param name="WetMonth">The wettest month.</param>
/// <param name="RainChance">Chance that a dry hour is followed by rain.</param>
internal sealed record Town(
    string Name, double Latitude, double Longitude, double Elevation, double Temperature, int WetMonth, double RainChance);
