using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Policy interest rate of the Central Bank of Brazil.</summary>
[GoldTable(TableKind.Fact, "interestRateDailyByKey", "interestRateDaily", Grain = "one day × series")]
public sealed record InterestRateDaily
{
    /// <summary>The day.</summary>
    [Key]
    public required DateOnly Date { get; init; }

    /// <summary>Name of the series: <c>SELIC</c> is the target rate.</summary>
    [Key]
    public required string Series { get; init; }

    /// <summary>The rate.</summary>
    [Rate]
    [Unit("% a year")]
    public required decimal Rate { get; init; }

    /// <summary>Change against the day before that the series holds; null for the first.</summary>
    [Rate]
    [Unit("percentage points")]
    [Formula("rate − rate of the previous day of the series")]
    public decimal? Change { get; init; }

    /// <summary>The day.</summary>
    [Relation(nameof(Date))]
    public required CalendarDay CalendarDay { get; init; }
}
