using NovaCorrente.Pipeline.Sample.World;

namespace NovaCorrente.Pipeline.Sample.Purchases;

/// <summary>The daily demand of the busiest parts at the busiest sites over the last months: what stock and forecasts are made from.</summary>
internal sealed class DemandTally(SampleWorld world, SampleOptions options)
{
    /// <summary>How many parts are followed.</summary>
    public const int PartCount = 40;

    /// <summary>How many sites are followed.</summary>
    public const int SiteCount = 4;

    /// <summary>How many days before the end are followed.</summary>
    public const int DayCount = 180;

    private readonly Dictionary<(int Part, string Site), decimal[]> _atSites = [];
    private readonly SortedDictionary<int, decimal[]> _everywhere = [];
    private readonly HashSet<string> _sites = [.. world.Sites.Take(SiteCount).Select(site => site.Delivered)];
    private readonly HashSet<int> _bought = [];

    /// <summary>First day that is followed.</summary>
    public DateOnly From { get; } = options.Until.AddDays(1 - DayCount);

    /// <summary>Parts that had any demand, over all sites.</summary>
    public IEnumerable<DemandSeries> Everywhere =>
        _everywhere.Select(series => new DemandSeries(world.Materials[series.Key], null, series.Value));

    /// <summary>Parts and sites that had any demand.</summary>
    public IEnumerable<DemandSeries> AtSites =>
        from series in _atSites
        orderby series.Key.Part, series.Key.Site
        select new DemandSeries(world.Materials[series.Key.Part], series.Key.Site, series.Value);

    /// <summary>Whether a part was bought at all.</summary>
    public bool IsBought(SamplePart part) => _bought.Contains(part.Index);

    public void Add(in PurchaseLine line, in PurchaseRow row)
    {
        if (line.Part.IsService)
        {
            return;
        }

        _bought.Add(line.Part.Index);
        var day = row.RequestedOn.DayNumber - From.DayNumber;
        if (line.Part.Index >= PartCount || day is < 0 or >= DayCount)
        {
            return;
        }

        Days(_everywhere, line.Part.Index)[day] += row.Quantity!.Value;
        if (_sites.Contains(row.Depot))
        {
            Days(_atSites, (line.Part.Index, row.Depot))[day] += row.Quantity.Value;
        }
    }

    private static decimal[] Days<TKey>(IDictionary<TKey, decimal[]> series, TKey key)
    {
        if (!series.TryGetValue(key, out var days))
        {
            series[key] = days = new decimal[DayCount];
        }

        return days;
    }
}

/// <summary>The demand of a part, day by day.</summary>
/// <param name="Part">The part.</param>
/// <param name="Site">The site; null for all of them together.</param>
/// <param name="Days">Quantity of each followed day.</param>
internal sealed record DemandSeries(SamplePart Part, string? Site, IReadOnlyList<decimal> Days);
