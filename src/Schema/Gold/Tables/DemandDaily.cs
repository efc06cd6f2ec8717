using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Demand as it was requested: quantities of a part for a site on a day.</summary>
[GoldTable(TableKind.Fact, "demandDailyByKey", "demandDaily", Grain = "one day × part × site × unit with at least one line", Layout = [nameof(RequestedOn)])]
public sealed record DemandDaily
{
    /// <summary>Date of the request.</summary>
    [Key]
    public required DateOnly RequestedOn { get; init; }

    /// <summary>Code of the part or service.</summary>
    [Key]
    public required string PartCode { get; init; }

    /// <summary>Code of the site as delivered; <c>UNKNOWN</c> when missing.</summary>
    [Key]
    public required string SiteCode { get; init; }

    /// <summary>Unit of the quantity.</summary>
    [Key]
    public required string Unit { get; init; }

    /// <summary>Quantity requested.</summary>
    [Quantity]
    [Unit("the row's unit")]
    [Formula("Σ quantity")]
    [Range(0.0001)]
    public required decimal Quantity { get; init; }

    /// <summary>Purchase lines behind the quantity.</summary>
    [Unit("lines")]
    [Range(1)]
    public required int Lines { get; init; }

    /// <summary>Different purchase requests behind the quantity.</summary>
    [Unit("requests")]
    [Range(0)]
    public required int Requests { get; init; }

    /// <summary>The part or service.</summary>
    [Relation(nameof(PartCode))]
    public required Part Part { get; init; }

    /// <summary>The site as delivered.</summary>
    [Relation(nameof(SiteCode))]
    public required Site Site { get; init; }

    /// <summary>The day.</summary>
    [Relation(nameof(RequestedOn))]
    public required CalendarDay CalendarDay { get; init; }
}
