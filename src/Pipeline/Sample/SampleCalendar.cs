namespace NovaCorrente.Pipeline.Sample;

/// <summary>Days as spreadsheets count them and as banks keep them.</summary>
internal static class SampleCalendar
{
    private static readonly int SerialOrigin = new DateOnly(1899, 12, 30).DayNumber;

    private static readonly (int Month, int Day)[] FixedHolidays =
        [(1, 1), (4, 21), (5, 1), (9, 7), (10, 12), (11, 2), (11, 15), (12, 25)];

    public static readonly string[] Months =
    [
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
    ];

    /// <summary>The number a spreadsheet stores for a day.</summary>
    public static int Serial(DateOnly day) => day.DayNumber - SerialOrigin;

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public static bool IsBankingDay(DateOnly day) => !IsWeekend(day) && !FixedHolidays.Contains((day.Month, day.Day));

    public static IEnumerable<DateOnly> Days(DateOnly from, DateOnly until)
    {
        for (var day = from; day <= until; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    public static IEnumerable<DateOnly> FirstsOfMonths(DateOnly from, DateOnly until)
    {
        for (var day = new DateOnly(from.Year, from.Month, 1); day <= until; day = day.AddMonths(1))
        {
            yield return day;
        }
    }
}
