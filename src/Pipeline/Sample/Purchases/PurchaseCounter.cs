using NovaCorrente.Pipeline.Sample.World;

namespace NovaCorrente.Pipeline.Sample.Purchases;

/// <summary>Counts what the rows really hold, not what was meant to be planted.</summary>
internal sealed class PurchaseCounter
{
    // Two rows can only be equal within one request, whose number is a column; so nothing older has to be kept.
    private readonly HashSet<PurchaseRow> _ofRequest = [];
    private int _request;

    public PurchaseCounts Counts { get; } = new();

    /// <summary>Counts a row and says whether it can be used.</summary>
    public bool Count(in PurchaseLine line, in PurchaseRow row, SampleSite? depot)
    {
        Counts.Lines++;
        if (!line.Part.IsService && depot?.Delivered != line.Site.Delivered)
        {
            Counts.Misaligned++;
        }

        if (IsUnusable(line.Defect))
        {
            return false;
        }

        if (line.Request != _request)
        {
            _request = line.Request;
            _ofRequest.Clear();
        }

        Counts.UsableQuantity += row.Quantity!.Value;
        // Doubled blanks within a name tell no two lines apart.
        Counts.Repeated += _ofRequest.Add(row with { Supplier = row.Supplier.Replace("  ", " ", StringComparison.Ordinal) }) ? 0 : 1;
        Counts.Services += line.Part.IsService ? 1 : 0;
        Counts.Retroactive += row.OrderedOn < row.RequestedOn ? 1 : 0;
        Counts.OrderDateOutOfRange += line.Defect == LineDefect.OrderedFarAhead ? 1 : 0;
        Counts.SiteMissing += depot is null ? 1 : 0;
        Counts.SiteUnknown += depot?.Standing is SiteStanding.Unlisted or SiteStanding.CutToMany ? 1 : 0;
        Counts.SiteCut += depot?.Standing is SiteStanding.CutToOne ? 1 : 0;
        Counts.UnitNormalised += row.Unit is "M²" or "M³" or "MT" ? 1 : 0;
        Counts.FractionalUnit += row.Unit == "UN" && row.Quantity % 1 != 0 ? 1 : 0;
        Counts.OddCode += line.Part.HasOddCode ? 1 : 0;
        Counts.SupplierTaxNumber += line.Supplier.HasTaxNumber ? 1 : 0;
        return true;
    }

    private bool IsUnusable(LineDefect defect)
    {
        switch (defect)
        {
            case LineDefect.RequestNotAvailable or LineDefect.RequestBlank:
                Counts.MissingRequestDate++;
                return true;
            case LineDefect.MissingPartCode:
                Counts.MissingPartCode++;
                return true;
            case LineDefect.ZeroQuantity or LineDefect.NegativeQuantity:
                Counts.NonPositiveQuantity++;
                return true;
            case LineDefect.QuantityInWords:
                Counts.NonNumericQuantity++;
                return true;
            case LineDefect.RequestedLongAgo or LineDefect.RequestedFarAhead:
                Counts.RequestDateOutOfRange++;
                return true;
            default:
                return false;
        }
    }
}
