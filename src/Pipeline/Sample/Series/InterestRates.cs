using System.Globalization;

namespace NovaCorrente.Pipeline.Sample.Series;

/// <summary>The base interest rate as the central bank's time series service answers: every calendar day, values as text.</summary>
internal static class InterestRates
{
    private const int DaysBetweenMeetings = 45;

    /// <returns>The number of days.</returns>
    public static int Write(Stream stream, ulong seed, DateOnly from, DateOnly until)
    {
        var random = SampleRandom.For(seed, "selic");
        var rate = 11.75m;
        JsonFile.Write(stream, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("data");
            foreach (var day in SampleCalendar.Days(from, until))
            {
                if ((day.DayNumber - from.DayNumber) % DaysBetweenMeetings == DaysBetweenMeetings - 1)
                {
                    rate = Math.Clamp(rate + (0.25m * random.Next(-2, 2)), 6.5m, 15.5m);
                }

                json.WriteStartObject();
                json.WriteString("data", day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture));
                json.WriteString("valor", rate.ToString("0.00", CultureInfo.InvariantCulture));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
        return until.DayNumber - from.DayNumber + 1;
    }
}
