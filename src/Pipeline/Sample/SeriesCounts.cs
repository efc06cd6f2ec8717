namespace NovaCorrente.Pipeline.Sample;

/// <summary>What the files of the public services hold.</summary>
public sealed record SeriesCounts
{
    /// <summary>Bulletins of one currency.</summary>
    public required int Bulletins { get; init; }

    /// <summary>Days of one currency that have a closing bulletin.</summary>
    public required int ClosingDays { get; init; }

    /// <summary>The day with two closing bulletins.</summary>
    public required DateOnly TwiceClosedOn { get; init; }

    /// <summary>Days of the base interest rate.</summary>
    public required int InterestDays { get; init; }

    /// <summary>Months of all indicators that have a value.</summary>
    public required int IndicatorValues { get; init; }

    /// <summary>Months of all indicators that carry a marker (<c>..</c>, <c>...</c>, <c>-</c>) in place of a value.</summary>
    public required int IndicatorMarkers { get; init; }

    /// <summary>Cities with weather.</summary>
    public required int Cities { get; init; }

    /// <summary>Hours of weather of one city.</summary>
    public required int Hours { get; init; }

    /// <summary>Hours without a rain figure, over all cities.</summary>
    public required int HoursWithoutRain { get; init; }
}
