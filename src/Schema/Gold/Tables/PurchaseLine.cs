using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Gold.Tables;

/// <summary>One line of the procurement log: a quantity of a part or service, requested for a site and ordered from a supplier.</summary>
[GoldTable(TableKind.Fact, "purchaseLine", "purchaseLines", Grain = "one row of a purchase sheet", Layout = [nameof(RequestedOn)])]
public sealed record PurchaseLine
{
    /// <summary>Identity of the line, made from its content: the same line has the same id in every run, file and format.</summary>
    [Key]
    public required string LineId { get; init; }

    /// <summary>Number of the purchase request; null when missing. A request has one or more lines.</summary>
    public string? RequestNumber { get; init; }

    /// <summary>Code of the part or service.</summary>
    public required string PartCode { get; init; }

    /// <summary>Family of the part in this line; <c>UNKNOWN</c> when missing.</summary>
    public required string FamilyName { get; init; }

    /// <summary>Code of the site as delivered; <c>UNKNOWN</c> when missing.</summary>
    public required string SiteCode { get; init; }

    /// <summary>
    /// Code of the site once the source's misaligned depots are moved back to the material lines, in order;
    /// <c>UNKNOWN</c> for services and when the source gives no ground for moving them.
    /// </summary>
    public required string SiteCodeRealigned { get; init; }

    /// <summary>Key of the supplier; <c>UNKNOWN</c> when missing.</summary>
    public required string SupplierKey { get; init; }

    /// <summary>Date on which the need was raised; null when missing, which it mostly is.</summary>
    public DateOnly? RequisitionedOn { get; init; }

    /// <summary>Date of the purchase request.</summary>
    public required DateOnly RequestedOn { get; init; }

    /// <summary>Date of the order to the supplier; null when missing or out of range.</summary>
    public DateOnly? OrderedOn { get; init; }

    /// <summary>Quantity requested, in the unit of the line.</summary>
    [Quantity]
    [Unit("the line's unit")]
    [Range(0.0001)]
    public required decimal Quantity { get; init; }

    /// <summary>Unit of the quantity, for example <c>UN</c>, <c>M</c>, <c>KG</c>; <c>SR</c> is a service.</summary>
    public required string Unit { get; init; }

    /// <summary>Time from request to order; null when ordered before requested or not ordered.</summary>
    [Unit("days")]
    [Formula("orderedOn − requestedOn")]
    [Range(0)]
    public int? RequestToOrderDays { get; init; }

    /// <summary>Whether the line is a service.</summary>
    [Formula("unit = SR")]
    public required bool IsService { get; init; }

    /// <summary>Whether the order was placed before the request was written.</summary>
    [Formula("orderedOn < requestedOn")]
    public required bool IsRetroactive { get; init; }

    /// <summary>1 for the first of several lines that are equal in every column, 2 for the second, and so on.</summary>
    [Range(1)]
    public required int RepeatOrdinal { get; init; }

    /// <summary>What is odd about the line; empty when nothing is.</summary>
    public required IReadOnlyList<QualityFlag> QualityFlags { get; init; }

    /// <summary>Name of the source file.</summary>
    public required string SourceFile { get; init; }

    /// <summary>Row of the line in its sheet, the header being row 1.</summary>
    [Range(1)]
    public required long SourceRow { get; init; }

    /// <summary>The part or service.</summary>
    [Relation(nameof(PartCode))]
    public required Part Part { get; init; }

    /// <summary>The family of the part in this line.</summary>
    [Relation(nameof(FamilyName))]
    public required Family Family { get; init; }

    /// <summary>The site as delivered.</summary>
    [Relation(nameof(SiteCode))]
    public required Site Site { get; init; }

    /// <summary>The site after realignment.</summary>
    [Relation(nameof(SiteCodeRealigned))]
    public required Site RealignedSite { get; init; }

    /// <summary>The supplier.</summary>
    [Relation(nameof(SupplierKey))]
    public required Supplier Supplier { get; init; }

    /// <summary>The day of the request.</summary>
    [Relation(nameof(RequestedOn))]
    public required CalendarDay CalendarDay { get; init; }
}
