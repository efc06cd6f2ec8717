using System.Globalization;

namespace NovaCorrente.Pipeline.Sample.World;

/// <summary>Invents the site list with all that is wrong in one, and the sites that ask for material.</summary>
internal sealed class SiteMaker(SampleRandom random)
{
    private const int TrailingBlankEvery = 11;

    private static readonly string[] States = ["BA", "PE", "CE", "SE", "AL", "RN", "PB", "MA", "PI", "MG", "RJ", "SP"];

    private static readonly string[] Offices = ["ESCRITÓRIO", "ALMOX-AL", "GERPB", "GERSE", "GERAL-NE", "ALMOX-PE"];

    // Cut at ten characters the first fits one listed code, the next three fit each other, and the last is a listed code by itself.
    private static readonly (string Code, SiteStanding Standing)[] LongCodes =
    [
        ("TCPEGAM0001", SiteStanding.CutToOne), ("TCBAUMB00012", SiteStanding.CutToOne), ("12040010/TCLDED07", SiteStanding.CutToOne),
        ("SEJUR004 - 1", SiteStanding.CutToMany), ("SEJUR004 - 2", SiteStanding.CutToMany), ("SEJUR004 - 3", SiteStanding.CutToMany),
        ("SP7-EMA-002", SiteStanding.Listed), ("SP7-EMA-00", SiteStanding.Listed),
    ];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The site list, and the sites in falling order of how much they ask for.</summary>
    public (IReadOnlyList<SiteListEntry> List, IReadOnlyList<SampleSite> Active) Make(int count)
    {
        List<SampleSite> listed = [.. Offices.Select(code => new SampleSite(code, SiteStanding.Listed))];
        listed.AddRange(LongCodes.Select(site => new SampleSite(site.Code, site.Standing)));
        _taken.UnionWith(listed.Select(site => site.Code));
        while (listed.Count < count - Duplicates(count))
        {
            listed.Add(new SampleSite(UniqueCode(listed.Count), SiteStanding.Listed));
        }

        var unlisted = Enumerable.Range(0, 6 + (count / 60)).Select(_ => new SampleSite(UniqueCode(2), SiteStanding.Unlisted)).ToList();
        return (Entries(listed, count), Active(listed, unlisted));
    }

    private static int Duplicates(int count) => count / 13;

    private string UniqueCode(int kind)
    {
        while (true)
        {
            var code = Code(kind);
            if (_taken.Add(code))
            {
                return code;
            }
        }
    }

    private string Code(int kind) => (kind % 10) switch
    {
        0 or 1 or 2 => string.Create(CultureInfo.InvariantCulture, $"{random.Pick(States)}{Letters(3)}{random.Next(1, 60):000}"),
        3 => string.Create(CultureInfo.InvariantCulture, $"{random.Pick(States)}{Letters(3)}{random.Next(1, 60):000}-{random.Next(1, 5)}"),
        4 => string.Create(CultureInfo.InvariantCulture, $"BR{random.Next(30_000, 99_000)}-A"),
        5 or 6 => Letters(3),
        7 => string.Create(CultureInfo.InvariantCulture, $"EQUIPE-{random.Next(1, 99 + _taken.Count):00}"),
        8 => string.Create(CultureInfo.InvariantCulture, $"{Letters(3)}{random.Next(1, 99):000}TM"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{random.Next(12_000_000, 90_000_000)}"),
    };

    private string Letters(int count) => string.Create(count, random, static (letters, random) =>
    {
        foreach (ref var letter in letters)
        {
            letter = "ABCDEGIJLMNOPRSTUVXZ"[random.Next(20)];
        }
    });

    private static List<SiteListEntry> Entries(List<SampleSite> listed, int count)
    {
        var entries = new List<SiteListEntry>(count);
        foreach (var site in listed)
        {
            var isNumber = site.Code.All(char.IsAsciiDigit);
            var number = entries.Count;
            var tail = isNumber ? "" : number % TrailingBlankEvery == 7 ? " " : number == listed.Count / 2 ? "\n" : "";
            entries.Add(new SiteListEntry(site.Code + tail, isNumber, number + 1));
        }

        // Typed in again at the end under new ids, half of them with a blank that hides the likeness.
        for (var i = 0; entries.Count < count; i++)
        {
            var again = listed[20 + (i * 3)];
            var isNumber = again.Code.All(char.IsAsciiDigit);
            entries.Add(new SiteListEntry(isNumber || i % 2 == 0 ? again.Code : again.Code + " ", isNumber, entries.Count + 1));
        }

        return entries;
    }

    private List<SampleSite> Active(List<SampleSite> listed, List<SampleSite> unlisted)
    {
        var others = listed.Skip(Offices.Length).Where((_, i) => i % 3 != 2).Concat(unlisted).ToArray();
        random.Shuffle(others.AsSpan());
        return [.. listed.Take(Offices.Length), .. others];
    }
}
