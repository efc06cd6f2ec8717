using System.Globalization;
using System.Text.RegularExpressions;
using NovaCorrente.Pipeline.Sample;

namespace NovaCorrente.Pipeline.Tests.Sample;

/// <summary>Counts what is wrong in delivered lines, knowing nothing of how they were made: only the files and the silver rules.</summary>
internal static partial class DeliveredLines
{
    private const int Depot = 0;
    private const int Code = 1;
    private const int Supplier = 4;
    private const int Quantity = 5;
    private const int Unit = 6;
    private const int Request = 8;
    private const int Requested = 9;
    private const int Ordered = 10;

    private static readonly DateOnly Today = SampleFolder.Until.AddDays(1);

    public static PurchaseCounts Count(IReadOnlyList<string?[]> lines, IReadOnlyCollection<string> sites)
    {
        var counts = new PurchaseCounts { Lines = lines.Count };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.Select(line => line.Select(Clean).ToArray()))
        {
            Count(counts, line, seen, sites);
        }

        return counts;
    }

    private static void Count(PurchaseCounts counts, string?[] line, HashSet<string> seen, IReadOnlyCollection<string> sites)
    {
        var isNumber = decimal.TryParse(line[Quantity], NumberStyles.Number, CultureInfo.InvariantCulture, out var quantity);
        if (line[Requested] is null)
        {
            Assert.Null(line[Request]);
            Assert.Null(line[Ordered]);
            counts.MissingRequestDate++;
        }
        else if (line[Code] is null)
        {
            counts.MissingPartCode++;
        }
        else if (!isNumber)
        {
            counts.NonNumericQuantity++;
        }
        else if (quantity <= 0)
        {
            counts.NonPositiveQuantity++;
        }
        else if (!IsPlausible(Day(line[Requested])))
        {
            counts.RequestDateOutOfRange++;
        }
        else
        {
            counts.UsableQuantity += quantity;
            counts.Repeated += seen.Add(string.Join('\u001f', line)) ? 0 : 1;
            CountFlags(counts, line, quantity, sites);
        }
    }

    private static void CountFlags(PurchaseCounts counts, string?[] line, decimal quantity, IReadOnlyCollection<string> sites)
    {
        var isOrderPlausible = IsPlausible(Day(line[Ordered]));
        counts.Services += line[Unit] == "SR" ? 1 : 0;
        counts.Retroactive += Day(line[Ordered]) < Day(line[Requested]) ? 1 : 0;
        counts.OrderDateOutOfRange += isOrderPlausible ? 0 : 1;
        counts.UnitNormalised += line[Unit] is "M²" or "M³" or "MT" ? 1 : 0;
        counts.FractionalUnit += line[Unit] == "UN" && quantity % 1 != 0 ? 1 : 0;
        counts.OddCode += OrdinaryCode().IsMatch(line[Code]!) ? 0 : 1;
        counts.SupplierTaxNumber += TaxNumber().IsMatch(line[Supplier]!) ? 1 : 0;
        if (line[Depot] is not { } depot)
        {
            counts.SiteMissing++;
        }
        else if (!sites.Contains(depot))
        {
            var fits = depot.Length == 10 ? sites.Count(site => site.StartsWith(depot, StringComparison.Ordinal)) : 0;
            counts.SiteCut += fits == 1 ? 1 : 0;
            counts.SiteUnknown += fits == 1 ? 0 : 1;
        }
    }

    private static string? Clean(string? cell) =>
        cell is null || Blanks().Replace(cell, " ").Trim() is "" or "N/A" ? null : Blanks().Replace(cell, " ").Trim();

    private static DateOnly Day(string? serial) =>
        DateOnly.FromDateTime(DateTime.FromOADate(double.Parse(serial!, CultureInfo.InvariantCulture)));

    private static bool IsPlausible(DateOnly day) => day >= new DateOnly(2000, 1, 1) && day <= Today.AddYears(1);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(\d{4}|\d{6})$")]
    private static partial Regex OrdinaryCode();

    [GeneratedRegex(@"^\d{2}\.\d{3}\.\d{3} | \d{11}$")]
    private static partial Regex TaxNumber();
}
