using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>A day of the calendar, with the national holidays of Brazil and those of the state of Bahia.</summary>
[GoldTable(TableKind.Dimension, "calendarDay", "calendarDays", Grain = "one day, every day of the years that any fact touches")]
public sealed record CalendarDay
{
    /// <summary>The day.</summary>
    [Key]
    public required DateOnly Date { get; init; }

    /// <summary>Year.</summary>
    public required int Year { get; init; }

    /// <summary>Quarter, 1 to 4.</summary>
    [Range(1, 4)]
    public required int Quarter { get; init; }

    /// <summary>Month, 1 to 12.</summary>
    [Range(1, 12)]
    public required int Month { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly MonthStart { get; init; }

    /// <summary>The year that the ISO week belongs to.</summary>
    public required int IsoYear { get; init; }

    /// <summary>Week after ISO 8601, 1 to 53.</summary>
    [Range(1, 53)]
    public required int IsoWeek { get; init; }

    /// <summary>Day of the week after ISO 8601: 1 is Monday, 7 is Sunday.</summary>
    [Range(1, 7)]
    public required int Weekday { get; init; }

    /// <summary>Whether it is a Saturday or Sunday.</summary>
    public required bool IsWeekend { get; init; }

    /// <summary>Name of the holiday, in Portuguese; null on other days. The morning of Ash Wednesday is not counted as one.</summary>
    public string? HolidayName { get; init; }

    /// <summary>Where and by what right the holiday is kept; null on other days.</summary>
    public HolidayScope? HolidayScope { get; init; }

    /// <summary>Whether it is a Monday to Friday without a holiday, be it by law or by custom.</summary>
    [Formula("weekday ≤ 5 and holidayName is null")]
    public required bool IsBusinessDay { get; init; }

    /// <summary>
    /// Whether it lies in the stable window: the whole months that rates, ABC/XYZ classes and policies are computed on.
    /// Months at either end with fewer lines than half the median month are left out.
    /// </summary>
    public required bool IsStableWindow { get; init; }

    /// <summary>The purchase lines requested on the day.</summary>
    [InverseOf(nameof(PurchaseLine.CalendarDay))]
    public IReadOnlyList<PurchaseLine> PurchaseLines { get; init; } = [];

    /// <summary>The demand of the day.</summary>
    [InverseOf(nameof(Tables.DemandDaily.CalendarDay))]
    public IReadOnlyList<DemandDaily> DemandDaily { get; init; } = [];

    /// <summary>The weather of the day.</summary>
    [InverseOf(nameof(WeatherDaily.CalendarDay))]
    public IReadOnlyList<WeatherDaily> Weather { get; init; } = [];

    /// <summary>The exchange rates of the day.</summary>
    [InverseOf(nameof(ExchangeRateDaily.CalendarDay))]
    public IReadOnlyList<ExchangeRateDaily> ExchangeRates { get; init; } = [];

    /// <summary>The interest rates of the day.</summary>
    [InverseOf(nameof(InterestRateDaily.CalendarDay))]
    public IReadOnlyList<InterestRateDaily> InterestRates { get; init; } = [];
}
