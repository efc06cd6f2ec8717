using System.Globalization;

namespace NovaCorrente.Pipeline.Sample.World;

/// <summary>Invents parts of a family, in the order of how often they are asked for.</summary>
internal sealed class PartMaker(SampleRandom random, IReadOnlyList<SampleSupplier> suppliers)
{
    private const int OddCodeEvery = 61;

    private static readonly string[] OddCodes = ["1{0:0000}", "{0:00}.{1:00}", "{0:00}.{1:00}.{0:000}"];

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public SamplePart Make(int index, SampleFamily family)
    {
        var (name, unit) = Describe(family);
        var odd = !family.IsService && index % OddCodeEvery == OddCodeEvery / 2;
        return new SamplePart
        {
            Index = index,
            Code = odd ? OddCode(index) : Code(index, family.IsService),
            HasOddCode = odd,
            Name = name,
            Family = family,
            Unit = unit,
            Activity = family.IsService ? 1 : Activity(),
            TypicalQuantity = family.IsService ? 1 : TypicalQuantity(unit),
            Spread = family.IsService ? 0.05 : random.NextDouble(),
            Suppliers = ChooseSuppliers(family.IsService),
        };
    }

    private (string Name, string Unit) Describe(SampleFamily family)
    {
        for (var tries = 0; ; tries++)
        {
            var thing = random.Pick(family.Things);
            var name = $"{thing.Name} {random.Pick(thing.EachVariant)} {random.Pick(thing.EachSize)}";
            if (tries > 20)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{name} REF {_names.Count + 1000}");
            }

            if (_names.Add(name))
            {
                return (name, thing.Unit);
            }
        }
    }

    private static string Code(int index, bool service) =>
        service ? FormattableString.Invariant($"{index + 101:0000}") : FormattableString.Invariant($"{20_000 + index:000000}");

    private static string OddCode(int index) =>
        string.Format(CultureInfo.InvariantCulture, OddCodes[index / OddCodeEvery % OddCodes.Length], index / OddCodeEvery + 10, index / OddCodeEvery / 3 % 90 + 10);

    /// <summary>A third is asked for all year, the rest in ever fewer months.</summary>
    private double Activity() => random.Chance(0.34) ? 1 : 0.15 + (0.6 * random.NextDouble());

    private double TypicalQuantity(string unit) => unit switch
    {
        "MT" or "M" => random.Next(20, 300),
        "KG" => random.Next(5, 120),
        "M²" or "M2" or "M³" => random.Next(2, 40),
        _ => random.Chance(0.55) ? random.Next(1, 4) : random.Next(5, 60),
    };

    /// <summary>More than half of all parts come from one supplier only.</summary>
    private List<SampleSupplier> ChooseSuppliers(bool service)
    {
        var count = service ? random.Next(4, 14) : random.Chance(0.56) ? 1 : random.Next(2, 6);
        var chosen = new List<SampleSupplier>(count);
        while (chosen.Count < Math.Min(count, suppliers.Count))
        {
            // The square makes the first suppliers the big ones.
            var draw = random.NextDouble();
            var supplier = suppliers[(int)(draw * draw * suppliers.Count)];
            if (!chosen.Contains(supplier))
            {
                chosen.Add(supplier);
            }
        }

        return chosen;
    }
}
