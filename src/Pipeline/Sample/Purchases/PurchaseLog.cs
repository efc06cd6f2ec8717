using System.Collections;
using NovaCorrente.Pipeline.Sample.World;

namespace NovaCorrente.Pipeline.Sample.Purchases;

/// <summary>
/// All purchase lines, buyer after buyer and each in the order of time, as the sheet is sorted.
/// Every enumeration makes the same lines anew, so that nothing has to be kept.
/// </summary>
internal sealed class PurchaseLog(SampleWorld world, SampleOptions options) : IEnumerable<PurchaseLine>
{
    private const int Buyers = 5;
    private const int FirstRequest = 40_000;
    private const double ServiceShare = 0.2;
    private const double RepeatShare = 0.06;

    private readonly IReadOnlyList<(DateOnly Day, double CumulativeShare)> _days = DemandCurve.Over(options);
    private readonly WeightedChoice _sites = WeightedChoice.ByRank(world.Sites.Count);

    public IEnumerator<PurchaseLine> GetEnumerator()
    {
        var written = 0L;
        for (var buyer = 0; buyer < Buyers; buyer++)
        {
            var lines = (options.Lines + buyer) / Buyers;
            foreach (var line in LinesOf(buyer).Take((int)lines))
            {
                yield return line with { Defect = DefectPlan.For(written++) };
            }
        }
    }

    private IEnumerable<PurchaseLine> LinesOf(int buyer)
    {
        var random = SampleRandom.For(options.Seed, FormattableString.Invariant($"purchases {buyer}"));
        var picker = new PartPicker(world, options.Seed, random);
        var written = 0L;
        // More numbers than the busiest day of one buyer can use, so that no two requests share one.
        var numbersADay = (4 * options.Lines / Buyers / _days.Count) + 40;
        foreach (var (index, (day, share)) in _days.Index())
        {
            var target = (long)Math.Ceiling(share * (options.Lines + buyer) / Buyers);
            for (var sequence = 0L; written < target; sequence++)
            {
                var number = FirstRequest + (((index * numbersADay) + sequence) * Buyers) + buyer;
                foreach (var line in Request(random, picker, (int)number, day))
                {
                    yield return line;
                    written++;
                }
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<PurchaseLine> Request(SampleRandom random, PartPicker picker, int number, DateOnly day)
    {
        var site = world.Sites[_sites.Draw(random)];
        var retroactive = random.Chance(0.065) ? 1 + (int)(150 * random.NextDouble() * random.NextDouble()) : 0;
        DateOnly? requisitioned = random.Chance(0.14) ? day.AddDays(-(int)(55 * random.NextDouble() * random.NextDouble())) : null;
        var isService = random.Chance(ServiceShare * 1.6);
        var count = Size(random, isService);
        PurchaseLine? previous = null;
        picker.StartRequest(isService, day.Month);
        for (var i = 0; i < count; i++)
        {
            if (previous is { } earlier && random.Chance(RepeatShare))
            {
                yield return earlier;
                continue;
            }

            var part = picker.Next();
            var supplier = random.Chance(0.65) ? part.Suppliers[0] : random.Pick(part.Suppliers);
            var line = new PurchaseLine(
                part, site, supplier, random.Pick(supplier.Spellings), Quantity(random, part), number, requisitioned, day,
                OrderedOn(number, supplier, day, retroactive), LineDefect.None);
            previous = line;
            yield return line;
        }
    }

    private DateOnly OrderedOn(int request, SampleSupplier supplier, DateOnly day, int retroactive)
    {
        if (retroactive > 0)
        {
            return day.AddDays(-retroactive);
        }

        var cycle = (int)(supplier.CycleDays * (0.5 + SampleRandom.Hash(options.Seed, request, supplier.Index)));
        var ordered = day.AddDays(cycle);
        // The log lists what has been ordered by its last day.
        return ordered < options.Until ? ordered : options.Until;
    }

    private static int Size(SampleRandom random, bool isService)
    {
        var draw = random.NextDouble();
        return (draw, isService) switch
        {
            ( < 0.57, _) => 1,
            ( < 0.70, _) => 2,
            (_, true) => 3,
            ( < 0.79, _) => 3,
            ( < 0.85, _) => 4,
            _ => random.Next(5, 5 + random.Next(3, 30)),
        };
    }

    private static decimal Quantity(SampleRandom random, SamplePart part)
    {
        var quantity = part.TypicalQuantity * Scatter(1.5 * part.Spread * random.Normal());
        return part.Unit == "KG" ? Math.Max(0.5m, Math.Round((decimal)quantity, 1)) : Math.Max(1m, Math.Round((decimal)quantity));
    }

    // (1 + x/16)^16 stands in for the exponential: the same bits on every platform.
    private static double Scatter(double x)
    {
        var power = 1 + (x / 16);
        for (var i = 0; i < 4; i++)
        {
            power *= power;
        }

        return power;
    }
}
