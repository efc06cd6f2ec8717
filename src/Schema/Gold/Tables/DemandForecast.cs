using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>
/// Demand as a model outside this service predicts it. Forecasts of provenance <c>SYNTHETIC</c> are shown here and enter no other figure.
/// </summary>
[GoldTable(TableKind.Fact, "demandForecast", "demandForecasts", Grain = "one forecast run × part × site × day", Layout = [nameof(ForecastRunId), nameof(PartCode)])]
public sealed record DemandForecast
{
    /// <summary>Identity of the forecast run, made from data set, model, version and time.</summary>
    [Key]
    public required string ForecastRunId { get; init; }

    /// <summary>Code of the part.</summary>
    [Key]
    public required string PartCode { get; init; }

    /// <summary>Code of the site; <c>ALL</c> when the forecast is for all sites together.</summary>
    [Key]
    public required string SiteCode { get; init; }

    /// <summary>The day that is predicted.</summary>
    [Key]
    public required DateOnly Date { get; init; }

    /// <summary>Name of the series on the machine learning side; null when not given.</summary>
    public string? SeriesId { get; init; }

    /// <summary>Predicted quantity.</summary>
    [Quantity]
    [Unit("the part's unit")]
    [Range(0)]
    public required decimal Yhat { get; init; }

    /// <summary>Lower end of the prediction interval; null when the model gives none.</summary>
    [Quantity]
    [Unit("the part's unit")]
    public decimal? YhatLower { get; init; }

    /// <summary>Upper end of the prediction interval; null when the model gives none.</summary>
    [Quantity]
    [Unit("the part's unit")]
    public decimal? YhatUpper { get; init; }

    /// <summary>Name of the model; null when not given.</summary>
    public string? ModelName { get; init; }

    /// <summary>Version of the model.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>When the forecast was made, UTC.</summary>
    public required DateTime GeneratedAt { get; init; }

    /// <summary>Identity of the data set that the model was trained on.</summary>
    public required string DatasetId { get; init; }

    /// <summary>The system that made the forecast.</summary>
    public required string Source { get; init; }

    /// <summary>What the training data were: <c>MEASURED</c>, or <c>SYNTHETIC</c> for invented data.</summary>
    public required string Provenance { get; init; }

    /// <summary>Whether it is kept out of every other figure because its training data were invented.</summary>
    [Formula("provenance = SYNTHETIC")]
    public required bool IsSynthetic { get; init; }

    /// <summary>The part.</summary>
    [Relation(nameof(PartCode))]
    public required Part Part { get; init; }

    /// <summary>The site; none when the forecast is for all sites together.</summary>
    [Relation(nameof(SiteCode))]
    public Site? Site { get; init; }
}
