using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Closing exchange rates of the Central Bank of Brazil (PTAX); only banking days have one.</summary>
[GoldTable(TableKind.Fact, "exchangeRateDailyByKey", "exchangeRateDaily", Grain = "one banking day × currency")]
public sealed record ExchangeRateDaily
{
    /// <summary>The banking day.</summary>
    [Key]
    public required DateOnly Date { get; init; }

    /// <summary>Currency, three letters.</summary>
    [Key]
    public required string Currency { get; init; }

    /// <summary>Buying rate of the closing bulletin.</summary>
    [Rate]
    [Unit("BRL per unit of currency")]
    [Range(0.000001)]
    public required decimal Buy { get; init; }

    /// <summary>Selling rate of the closing bulletin.</summary>
    [Rate]
    [Unit("BRL per unit of currency")]
    [Range(0.000001)]
    public required decimal Sell { get; init; }

    /// <summary>The banking day before, for the same currency; null for the first.</summary>
    public DateOnly? PreviousDate { get; init; }

    /// <summary>Change of the selling rate against the previous banking day, as a fraction: 0.01 is one per cent; null for the first.</summary>
    [Rate]
    [Formula("sell ÷ sell of the previous banking day − 1")]
    public decimal? Change { get; init; }

    /// <summary>The day.</summary>
    [Relation(nameof(Date))]
    public required CalendarDay CalendarDay { get; init; }
}
