using NovaCorrente.Pipeline.Sample.Purchases;
using Parquet.Serialization;

namespace NovaCorrente.Pipeline.Sample.Series;

/// <summary>Forecasts as the learning side drops them: made some weeks ago, so that a part can be held against what came, a part looks ahead.</summary>
internal sealed class ForecastFile(SampleOptions options)
{
    private const int DaysAgo = 92;
    private const int Horizon = 122;
    private const int HistoryDays = DemandTally.DayCount - DaysAgo;
    private const int PartsAtSites = 10;

    private readonly DateOnly _start = options.Until.AddDays(-DaysAgo);
    private readonly double _historyWeight = Enumerable.Range(0, HistoryDays)
        .Average(ago => DemandCurve.Weight(options, options.Until.AddDays(-DaysAgo - ago)));

    /// <param name="stream">Where to; closed afterwards.</param>
    /// <param name="tally">The demand to forecast.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="provenance">Whether it is made from real or from synthetic data.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The number of rows.</returns>
    public async Task<long> WriteAsync(Stream stream, DemandTally tally, string model, ForecastProvenance provenance, CancellationToken cancellationToken)
    {
        var random = SampleRandom.For(options.Seed, "forecast " + model);
        var rows = new List<ForecastRow>();
        foreach (var series in tally.Everywhere.Concat(tally.AtSites.Where(series => series.Part.Index < PartsAtSites)))
        {
            var mean = series.Days.Take(HistoryDays).Average(day => (double)day);
            var deviation = Math.Sqrt(series.Days.Take(HistoryDays).Average(day => ((double)day - mean) * ((double)day - mean)));
            for (var ahead = 1; ahead <= Horizon; ahead++)
            {
                var day = _start.AddDays(ahead);
                var weight = DemandCurve.Weight(options, day) / _historyWeight;
                var expected = mean * weight * Math.Max(0, 1 + (0.15 * random.Normal()));
                rows.Add(Row(series, day, expected, 1.64 * deviation * Math.Sqrt(weight), model, provenance));
            }
        }

        await using (stream)
        {
            await ParquetSerializer.SerializeAsync(rows, stream, cancellationToken: cancellationToken);
        }

        return rows.Count;
    }

    private ForecastRow Row(DemandSeries series, DateOnly day, double expected, double margin, string model, ForecastProvenance provenance) => new()
    {
        SeriesId = $"{series.Part.Code}|{series.Site ?? "ALL"}",
        PartCode = series.Part.Code,
        SiteCode = series.Site,
        Family = series.Part.Family.Name,
        Day = day.ToDateTime(TimeOnly.MinValue),
        Expected = Math.Round(expected, 4),
        Lower = Math.Round(Math.Max(0, expected - margin), 4),
        Upper = Math.Round(expected + margin, 4),
        ModelName = model,
        ModelVersion = "1.0.0",
        GeneratedAt = _start.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc),
        DatasetId = FormattableString.Invariant($"sample-{options.Seed}-{options.Until:yyyyMMdd}"),
        Source = "demand-lab",
        Provenance = provenance == ForecastProvenance.Real ? "REAL" : "SYNTHETIC",
    };
}

/// <summary>What a forecast was made from.</summary>
internal enum ForecastProvenance
{
    /// <summary>From real demand.</summary>
    Real,

    /// <summary>From synthetic demand; it must stay out of every figure.</summary>
    Synthetic,
}
