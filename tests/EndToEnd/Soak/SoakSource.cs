using System.Globalization;
using System.Text.Json.Nodes;
using NovaCorrente.EndToEnd.Support;

namespace NovaCorrente.EndToEnd.Soak;

/// <summary>
/// Purchase lines of a few parts that differ in every revision of the source, and the answers to be had from each revision, worked out from the lines
/// themselves. The name of a part tells its revision.
/// </summary>
internal sealed class SoakSource(Workplace place, int seed)
{
    /// <summary>What the codes of the parts begin with.</summary>
    public const string Prefix = "9100";

    /// <summary>What the names of the parts begin with; the revision follows at the end.</summary>
    public const string Name = "CONECTOR DE ENSAIO";

    private const int Parts = 8;
    private static readonly DateOnly _firstDay = new(2026, 3, 2);

    private readonly string _file = Path.Combine(place.Landing, "supplies", "suprimentos.csv");
    private readonly Dictionary<int, IReadOnlyList<Line>> _known = [];
    private string? _others;
    private int _revision;

    /// <summary>The newest revision; none has been written while it is 0.</summary>
    public int Revision => Volatile.Read(ref _revision);

    /// <summary>Writes the next revision.</summary>
    public int WriteNext()
    {
        _others ??= File.ReadAllText(_file).TrimEnd();
        var next = Revision + 1;
        var rows = LinesOf(next).Select(line => string.Create(
            CultureInfo.InvariantCulture,
            $"GERSE;{line.Part};{line.PartName};FERRAMENTAS DE ENSAIO;FORNECEDOR DE ENSAIO LTDA;{line.Quantity};UN;N/A;{line.Request};{line.Day:dd/MM/yyyy};{line.Day.AddDays(3):dd/MM/yyyy}"));
        Volatile.Write(ref _revision, next);

        // Whole or not at all: a run may be reading.
        File.WriteAllText(_file + ".new", $"{_others}\n{string.Join('\n', rows)}\n");
        File.Move(_file + ".new", _file, overwrite: true);
        return next;
    }

    /// <summary>The lines of a revision, in the order of their requests.</summary>
    public IReadOnlyList<Line> LinesOf(int revision)
    {
        lock (_known)
        {
            return _known.TryGetValue(revision, out var known) ? known : _known[revision] = Make(revision);
        }
    }

    /// <summary>The revision that a name of a part tells.</summary>
    public static int RevisionIn(string partName) => int.Parse(partName[(partName.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);

    /// <summary>All lines as the list of them answers.</summary>
    public JsonNode List(int revision) => new JsonObject
    {
        ["totalCount"] = LinesOf(revision).Count,
        ["nodes"] = Array(LinesOf(revision).Select(line => new JsonObject
        {
            ["requestNumber"] = line.Request,
            ["requestedOn"] = line.Day.ToString("O", CultureInfo.InvariantCulture),
            ["quantity"] = line.Quantity,
            ["part"] = new JsonObject { ["name"] = line.PartName },
        })),
    };

    /// <summary>The parts, each with the first lines of it.</summary>
    public JsonNode Nested(int revision, int first) => new JsonObject
    {
        ["nodes"] = Array(ByPart(revision).Select(part => new JsonObject
        {
            ["partCode"] = part.Key,
            ["name"] = part.First().PartName,
            ["purchaseLines"] = new JsonObject
            {
                ["totalCount"] = part.Count(),
                ["nodes"] = Array(part.Take(first).Select(line => new JsonObject { ["quantity"] = line.Quantity })),
            },
        })),
    };

    /// <summary>The figures of each part.</summary>
    public JsonNode Groups(int revision) => new JsonObject
    {
        ["nodes"] = Array(ByPart(revision).Select(part => new JsonObject
        {
            ["key"] = new JsonObject { ["partCode"] = part.Key },
            ["count"] = part.Count(),
            ["quantity"] = new JsonObject
            {
                ["sum"] = part.Sum(line => line.Quantity),
                ["min"] = part.Min(line => line.Quantity),
                ["max"] = part.Max(line => line.Quantity),
            },
        })),
    };

    /// <summary>The best hit of a search for a part by its code.</summary>
    public JsonNode Hit(int revision, string part) => new JsonObject
    {
        ["nodes"] = Array([new JsonObject { ["key"] = part, ["title"] = LinesOf(revision).First(line => line.Part == part).PartName }]),
    };

    /// <summary>All lines as rows of a CSV file, without its head.</summary>
    public IEnumerable<string> Csv(int revision) => LinesOf(revision).Select(line => $"{line.Request},{line.Quantity},{line.PartName}");

    private IEnumerable<IGrouping<string, Line>> ByPart(int revision) =>
        LinesOf(revision).GroupBy(line => line.Part).OrderBy(part => part.Key, StringComparer.Ordinal);

    private static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items]);

    private List<Line> Make(int revision)
    {
        var random = new Random(HashCode(seed, revision));
        var lines = new List<Line>();
        for (var part = 0; part < Parts; part++)
        {
            var count = random.Next(1, 8);
            for (var i = 0; i < count; i++)
            {
                lines.Add(new Line(
                    $"{Prefix}{part:00}", $"{Name} {part} {revision}", $"{900_000 + lines.Count}", _firstDay.AddDays(lines.Count), random.Next(1, 500)));
            }
        }

        return lines;
    }

    // The same in every process, unlike the framework's.
    private static int HashCode(int seed, int revision) => unchecked((seed * 486_187_739) + revision);

    /// <summary>One purchase line.</summary>
    internal sealed record Line(string Part, string PartName, string Request, DateOnly Day, int Quantity);
}
