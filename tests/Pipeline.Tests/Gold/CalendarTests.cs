using System.Globalization;

namespace NovaCorrente.Pipeline.Tests.Gold;

public sealed class CalendarTests : IDisposable
{
    private readonly GoldLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Holidays_of_2024_are_those_of_the_almanac()
    {
        _lab.Line("2024-06-01");
        _lab.Build("calendar_day");
        Assert.Equal(
            [
                "2024-01-01 NATIONAL Confraternização Universal",
                "2024-02-12 CUSTOMARY Carnaval",
                "2024-02-13 CUSTOMARY Carnaval",
                "2024-03-29 NATIONAL Paixão de Cristo",
                "2024-04-21 NATIONAL Tiradentes",
                "2024-05-01 NATIONAL Dia do Trabalho",
                "2024-05-30 CUSTOMARY Corpus Christi",
                "2024-07-02 BAHIA Independência da Bahia",
                "2024-09-07 NATIONAL Independência do Brasil",
                "2024-10-12 NATIONAL Nossa Senhora Aparecida",
                "2024-11-02 NATIONAL Finados",
                "2024-11-15 NATIONAL Proclamação da República",
                "2024-11-20 NATIONAL Consciência Negra",
                "2024-12-25 NATIONAL Natal",
            ],
            _lab.Rows("SELECT date, holiday_scope, holiday_name FROM gold.calendar_day WHERE year = 2024 AND holiday_name IS NOT NULL ORDER BY date"));
    }

    // Good Fridays, including the earliest and latest that the algorithm's corrections decide (1954, 1981 and 2076 need them).
    [Theory]
    [InlineData("1954-04-16")]
    [InlineData("1981-04-17")]
    [InlineData("2000-04-21")]
    [InlineData("2008-03-21")]
    [InlineData("2011-04-22")]
    [InlineData("2015-04-03")]
    [InlineData("2019-04-19")]
    [InlineData("2025-04-18")]
    [InlineData("2026-04-03")]
    [InlineData("2038-04-23")]
    public void Easter_is_found(string goodFriday)
    {
        _lab.Run($"INSERT INTO silver.interest_rate BY NAME SELECT DATE '{goodFriday}' AS date, 'SELIC' AS series, 10 AS rate");
        _lab.Build("calendar_day");
        var year = goodFriday[..4];
        Assert.Equal(
            goodFriday == "2000-04-21" ? [] : [goodFriday],
            _lab.Rows($"SELECT date FROM gold.calendar_day WHERE year = {year} AND holiday_name = 'Paixão de Cristo'"));
        Assert.Equal(["NATIONAL"], _lab.Rows($"SELECT holiday_scope FROM gold.calendar_day WHERE date = '{goodFriday}'"));
    }

    [Fact]
    public void A_day_knows_its_week_and_whether_business_is_done()
    {
        _lab.Line("2024-12-30");
        _lab.Build("calendar_day");
        Assert.Equal(
            [
                "2024-12-29 2024 4 12 2024-12-01 2024 52 7 True False",
                "2024-12-30 2024 4 12 2024-12-01 2025 1 1 False True",
                "2025-01-01 2025 1 1 2025-01-01 2025 1 3 False False",
            ],
            _lab.Rows("""
                SELECT date, year, quarter, month, month_start, iso_year, iso_week, weekday, is_weekend, is_business_day
                FROM gold.calendar_day WHERE date IN ('2024-12-29', '2024-12-30', '2025-01-01') ORDER BY date
                """));
        Assert.Equal(["731 2024-01-01 2025-12-31"], _lab.Rows("SELECT count(*), min(date), max(date) FROM gold.calendar_day"));
    }

    [Theory]
    [InlineData("4 8 10 12 3", "02 03 04")] // median 8, half 4: the first month is just not under it
    [InlineData("10 1 10", "01 02 03")] // a thin month between full ones stays in
    [InlineData("1 1 9 9 9 9 1", "03 04 05 06")] // several at either end are left out
    [InlineData("5", "01")]
    public void Thin_months_at_either_end_are_no_part_of_the_stable_window(string linesByMonth, string stableMonths)
    {
        var month = 0;
        foreach (var lines in linesByMonth.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)))
        {
            month++;
            for (var i = 0; i < lines; i++)
            {
                _lab.Line($"2025-{month:00}-{i + 1:00}");
            }
        }

        _lab.Build("calendar_day");
        var expected = linesByMonth.StartsWith("4 8", StringComparison.Ordinal) ? "01 " + stableMonths : stableMonths;
        Assert.Equal(
            expected.Split(' '),
            _lab.Rows("SELECT DISTINCT strftime(date, '%m') AS month FROM gold.calendar_day WHERE is_stable_window ORDER BY month"));
    }
}
