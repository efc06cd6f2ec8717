using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>Procurement at a glance, month by month of the request. Quantities are left out: they would mix units.</summary>
[GoldTable(TableKind.Mart, "operationsMonthlyByKey", "operationsMonthly", Grain = "one month with at least one line")]
public sealed record OperationsMonthly
{
    /// <summary>First day of the month.</summary>
    [Key]
    public required DateOnly Month { get; init; }

    /// <summary>Whether the month lies in the stable window, on which rates and policies are computed.</summary>
    public required bool IsStableWindow { get; init; }

    /// <summary>Purchase lines.</summary>
    [Unit("lines")]
    public required int Lines { get; init; }

    /// <summary>Purchase lines of materials.</summary>
    [Unit("lines")]
    public required int MaterialLines { get; init; }

    /// <summary>Purchase lines of services.</summary>
    [Unit("lines")]
    public required int ServiceLines { get; init; }

    /// <summary>Different purchase requests.</summary>
    [Unit("requests")]
    public required int Requests { get; init; }

    /// <summary>Different parts and services.</summary>
    [Unit("parts")]
    public required int Parts { get; init; }

    /// <summary>Different suppliers, the unknown one left out.</summary>
    [Unit("suppliers")]
    public required int Suppliers { get; init; }

    /// <summary>Different sites as delivered, the unknown one left out.</summary>
    [Unit("sites")]
    public required int Sites { get; init; }

    /// <summary>Lines with a time from request to order.</summary>
    [Unit("lines")]
    public required int CycleCount { get; init; }

    /// <summary>Mean time from request to order; null when no line has one.</summary>
    [Rate]
    [Unit("days")]
    public decimal? CycleMean { get; init; }

    /// <summary>Median time from request to order; null when no line has one.</summary>
    [Rate]
    [Unit("days")]
    [Formula("quantile_cont 0.5")]
    public decimal? CycleMedian { get; init; }

    /// <summary>The time from request to order that 9 of 10 lines keep; null when no line has one.</summary>
    [Rate]
    [Unit("days")]
    [Formula("quantile_cont 0.9")]
    public decimal? CycleP90 { get; init; }

    /// <summary>Lines ordered before they were requested.</summary>
    [Unit("lines")]
    public required int RetroactiveLines { get; init; }

    /// <summary>Share of the lines that were ordered before they were requested.</summary>
    [Rate]
    [Formula("retroactiveLines ÷ lines")]
    [Range(0, 1)]
    public required decimal RetroactiveShare { get; init; }

    /// <summary>Lines equal to an earlier line in every column.</summary>
    [Unit("lines")]
    public required int RepeatedLines { get; init; }
}
