using NovaCorrente.Pipeline.Sample.Purchases;
using NovaCorrente.Pipeline.Sample.Workbook;
using NovaCorrente.Pipeline.Sample.World;

namespace NovaCorrente.Pipeline.Sample.Series;

/// <summary>The warehouse's stock export: semicolon separated, decimal commas, one snapshot a week.</summary>
internal sealed class StockExport(SampleWorld world, SampleOptions options)
{
    private const int Snapshots = 8;
    private const int ExtraParts = 160;

    /// <returns>The number of rows.</returns>
    public long Write(Stream stream, DemandTally tally)
    {
        var random = SampleRandom.For(options.Seed, "stock");
        using var output = new Utf8Output(stream);
        output.Raw("date;part;site;on_hand;on_order\n"u8);
        var rows = 0L;
        foreach (var (part, site, daily) in Positions(tally))
        {
            var cover = 45 * random.NextDouble() * random.NextDouble();
            for (var week = Snapshots - 1; week >= 0; week--)
            {
                // Stock falls week by week towards its cover of the last day, and every fourth part is out of stock some week.
                var onHand = random.Chance(0.04) ? 0 : Whole(daily * (cover + (week * 5 * random.NextDouble())));
                var onOrder = random.Chance(0.3) ? Whole(daily * 20) : 0;
                output.Number(options.Until.AddDays(-7 * week), "yyyy-MM-dd").Raw(";"u8).Text(part.Code).Raw(";"u8).Text(site).Raw(";"u8);
                DecimalComma.Write(output, part.Unit == "KG" ? onHand + 0.5m : onHand).Raw(";"u8);
                DecimalComma.Write(output, onOrder).Raw("\n"u8);
                rows++;
            }
        }

        return rows;
    }

    private IEnumerable<(SamplePart Part, string Site, double Daily)> Positions(DemandTally tally)
    {
        var followed = new HashSet<int>();
        foreach (var (part, site, days) in tally.AtSites)
        {
            followed.Add(part.Index);
            yield return (part, site!, (double)days.Sum() / days.Count);
        }

        foreach (var part in world.Materials.Take(ExtraParts).Where(part => tally.IsBought(part) && !followed.Contains(part.Index)))
        {
            yield return (part, world.Sites[1].Delivered, part.TypicalQuantity / 12);
        }
    }

    private static decimal Whole(double quantity) => Math.Round((decimal)quantity);
}
