namespace NovaCorrente.Pipeline.Sample;

/// <summary>What a sample landing folder should hold. The same options always give the same bytes.</summary>
public sealed record SampleOptions
{
    /// <summary>Rows that fit in one worksheet below its header.</summary>
    public const long MaximumSheetRows = 1_048_575;

    /// <summary>Purchase lines at scale 1.</summary>
    public const long DefaultLines = 4_000;

    /// <summary>Start of all randomness.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Purchase lines to write, at least 1.</summary>
    public long Lines { get; init; } = DefaultLines;

    /// <summary>Last day with data; the day before the day that the sample calls today.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Months of purchases, the sparse first two and the sparse last one included; at least 4.</summary>
    public int Months { get; init; } = 13;

    /// <summary>Write the purchase lines as <c>;</c> separated text even if they fit in a worksheet.</summary>
    public bool Csv { get; init; }

    /// <summary>Write the warehouse's stock export.</summary>
    public bool Stock { get; init; } = true;

    /// <summary>Write forecasts, one file of real and one of synthetic provenance.</summary>
    public bool Forecasts { get; init; } = true;

    /// <summary>Whether the lines go to text rather than to the workbook.</summary>
    public bool LinesAsText => Csv || Lines > MaximumSheetRows;

    /// <summary>First day with purchases.</summary>
    public DateOnly From => new DateOnly(Until.Year, Until.Month, 1).AddMonths(1 - Months);

    /// <summary>The last day of the last whole month before a day, so that a sample looks current and stays the same for a month.</summary>
    public static DateOnly LastWholeMonthBefore(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddDays(-1);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Lines, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Months, 4);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Months, 120);
        ArgumentOutOfRangeException.ThrowIfLessThan(Until, new DateOnly(2015, 1, 1));
    }
}
