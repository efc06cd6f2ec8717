using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>
/// How close forecasts came to the demand that was then requested, over the days that the purchase log covers; a day without lines
/// counts as no demand. Forecasts of provenance <c>SYNTHETIC</c> are left out.
/// </summary>
[GoldTable(TableKind.Mart, "forecastAccuracyByKey", "forecastAccuracy", Grain = "one forecast run × level × month with known demand")]
public sealed record ForecastAccuracy
{
    /// <summary>Identity of the forecast run.</summary>
    [Key]
    public required string ForecastRunId { get; init; }

    /// <summary>The level at which forecast (ŷ) and demand (y) are added up before they are compared.</summary>
    [Key]
    public required ForecastLevel Level { get; init; }

    /// <summary>First day of the month that was predicted.</summary>
    [Key]
    public required DateOnly Month { get; init; }

    /// <summary>Name of the model; null when not given.</summary>
    public string? ModelName { get; init; }

    /// <summary>Version of the model.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>Compared pairs of forecast and demand: one per day and member of the level.</summary>
    [Unit("pairs")]
    [Range(1)]
    public required int Observations { get; init; }

    /// <summary>Compared pairs whose day lay before the forecast was made.</summary>
    [Unit("pairs")]
    [Range(0)]
    public required int BacktestObservations { get; init; }

    /// <summary>Weighted absolute percentage error, as a fraction; null when there was no demand.</summary>
    [Rate]
    [Formula("Σ |y − ŷ| ÷ Σ y")]
    [Range(0)]
    public decimal? Wape { get; init; }

    /// <summary>Mean absolute percentage error over pairs with demand, as a fraction; null when there was no demand.</summary>
    [Rate]
    [Formula("mean of |y − ŷ| ÷ y where y > 0")]
    [Range(0)]
    public decimal? Mape { get; init; }

    /// <summary>Relative bias; positive means that too much was predicted; null when there was no demand.</summary>
    [Rate]
    [Formula("Σ (ŷ − y) ÷ Σ y")]
    public decimal? Bias { get; init; }

    /// <summary>Share of the pairs with an interval whose demand lay in it; null above the level SERIES, where intervals do not add up, and without intervals.</summary>
    [Rate]
    [Formula("pairs with lower ≤ y ≤ upper ÷ pairs with an interval")]
    [Range(0, 1)]
    public decimal? IntervalCoverage { get; init; }
}
