namespace NovaCorrente.Pipeline.Sample.Purchases;

/// <summary>How many lines each day gets: sparse first and last months, a yearly wave, a slow rise, quiet weekends.</summary>
internal static class DemandCurve
{
    private const double FirstMonth = 0.12;
    private const double SecondMonth = 0.24;
    private const double LastMonth = 0.2;
    private const double Weekend = 0.25;
    private const double Holiday = 0.15;

    /// <summary>For each day the share of all lines that falls on the days up to and including it.</summary>
    public static IReadOnlyList<(DateOnly Day, double CumulativeShare)> Over(SampleOptions options)
    {
        var sum = 0.0;
        var days = SampleCalendar.Days(options.From, options.Until).Select(day => (Day: day, Sum: sum += Weight(options, day))).ToList();
        return [.. days.Select(day => (day.Day, day.Sum / sum))];
    }

    /// <summary>How much a family with its peak in one month is wanted in another: 1 at the peak, 0.4 half a year away.</summary>
    public static double Season(int peak, int month)
    {
        if (peak == 0)
        {
            return 1;
        }

        var distance = Math.Abs(peak - month);
        return 1 - (0.1 * Math.Min(distance, 12 - distance));
    }

    /// <summary>How many lines a day gets, relative to other days.</summary>
    public static double Weight(SampleOptions options, DateOnly day)
    {
        var month = ((day.Year - options.From.Year) * 12) + day.Month - options.From.Month;
        var ofMonth = month switch
        {
            0 => FirstMonth,
            1 => SecondMonth,
            _ when month == options.Months - 1 => LastMonth,
            _ => 0.7 + (0.5 * Season(8, day.Month)) + (0.2 * month / options.Months),
        };
        var ofDay = SampleCalendar.IsWeekend(day) ? Weekend : SampleCalendar.IsBankingDay(day) ? 1 : Holiday;
        return ofMonth * ofDay;
    }
}
