namespace NovaCorrente.Schema.Gold.Model.Grouping;

/// <summary>What of a date a group is made of.</summary>
public enum DatePart
{
    /// <summary>The date of the first day of the ISO week, a Monday.</summary>
    Week,

    /// <summary>The date of the first day of the month.</summary>
    Month,

    /// <summary>The date of the first day of the quarter.</summary>
    Quarter,

    /// <summary>The date of the first day of the year.</summary>
    Year,

    /// <summary>The ISO day of the week: 1 is Monday, 7 is Sunday.</summary>
    Weekday,

    /// <summary>The month of the year, 1 to 12.</summary>
    MonthOfYear,
}
