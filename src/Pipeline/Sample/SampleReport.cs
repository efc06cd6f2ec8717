namespace NovaCorrente.Pipeline.Sample;

/// <summary>What was written and what was planted in it, counted while writing.</summary>
public sealed record SampleReport
{
    /// <summary>The options it was written with.</summary>
    public required SampleOptions Options { get; init; }

    /// <summary>The files, relative to the landing folder, in the order of writing.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The purchase lines.</summary>
    public required PurchaseCounts Purchases { get; init; }

    /// <summary>The three lists and the account summary.</summary>
    public required RegistryCounts Registry { get; init; }

    /// <summary>Exchange rates, interest, indicators and weather.</summary>
    public required SeriesCounts Series { get; init; }

    /// <summary>Rows of stock, 0 without a stock export.</summary>
    public long StockRows { get; init; }

    /// <summary>Rows of the forecast of real provenance.</summary>
    public long ForecastRows { get; init; }

    /// <summary>Rows of the forecast of synthetic provenance.</summary>
    public long SyntheticForecastRows { get; init; }
}
