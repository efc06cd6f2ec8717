namespace NovaCorrente.Pipeline.Sample;

/// <summary>
/// What the purchase lines hold. A line is unusable for exactly one reason; the flags count usable lines only, one line under every flag it earns.
/// </summary>
public sealed record PurchaseCounts
{
    /// <summary>All lines.</summary>
    public long Lines { get; internal set; }

    /// <summary>Sum of the quantities of usable lines, over all units.</summary>
    public decimal UsableQuantity { get; internal set; }

    /// <summary>Usable lines of services.</summary>
    public long Services { get; internal set; }

    /// <summary>Lines whose request number and dates are <c>N/A</c> or empty.</summary>
    public long MissingRequestDate { get; internal set; }

    /// <summary>Lines without a part code.</summary>
    public long MissingPartCode { get; internal set; }

    /// <summary>Lines with a quantity of zero or less.</summary>
    public long NonPositiveQuantity { get; internal set; }

    /// <summary>Lines with words for a quantity.</summary>
    public long NonNumericQuantity { get; internal set; }

    /// <summary>Lines requested before 2000 or more than a year ahead.</summary>
    public long RequestDateOutOfRange { get; internal set; }

    /// <summary>Usable lines ordered before they were requested.</summary>
    public long Retroactive { get; internal set; }

    /// <summary>Usable lines ordered more than a year ahead.</summary>
    public long OrderDateOutOfRange { get; internal set; }

    /// <summary>Usable lines whose depot is neither in the site list nor the cut form of exactly one site.</summary>
    public long SiteUnknown { get; internal set; }

    /// <summary>Usable lines whose depot is <c>N/A</c>.</summary>
    public long SiteMissing { get; internal set; }

    /// <summary>Usable lines whose depot was cut at ten characters and fits exactly one site.</summary>
    public long SiteCut { get; internal set; }

    /// <summary>Usable lines that equal an earlier one in every column.</summary>
    public long Repeated { get; internal set; }

    /// <summary>Usable lines in <c>M²</c>, <c>M³</c> or <c>MT</c>.</summary>
    public long UnitNormalised { get; internal set; }

    /// <summary>Usable lines with a fraction of a thing that comes whole (unit <c>UN</c>).</summary>
    public long FractionalUnit { get; internal set; }

    /// <summary>Usable lines whose part code has an odd shape.</summary>
    public long OddCode { get; internal set; }

    /// <summary>Usable lines whose supplier's name starts or ends with a tax number.</summary>
    public long SupplierTaxNumber { get; internal set; }

    /// <summary>Material lines whose delivered depot differs from the true one, because the column slipped past the services.</summary>
    public long Misaligned { get; internal set; }

    /// <summary>Lines that cannot be used.</summary>
    public long Unusable => MissingRequestDate + MissingPartCode + NonPositiveQuantity + NonNumericQuantity + RequestDateOutOfRange;

    /// <summary>Lines that can be used.</summary>
    public long Usable => Lines - Unusable;
}
