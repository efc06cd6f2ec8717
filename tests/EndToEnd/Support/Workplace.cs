using System.Globalization;
using NovaCorrente.Pipeline.Sample;

namespace NovaCorrente.EndToEnd.Support;

/// <summary>A folder with landing files of its own and everything a host keeps.</summary>
internal sealed class Workplace : IDisposable
{
    private static readonly DateOnly _until = new(2026, 10, 31);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nova-end-");

    public string Folder => _folder.FullName;

    public string Landing => Path.Combine(Folder, "landing");

    public string Lake => Path.Combine(Folder, "lake");

    public IReadOnlyList<string> Settings =>
    [
        $"--Lake:Folder={Lake}",
        $"--Serving:Folder={Path.Combine(Folder, "serving")}",
        $"--Pipeline:WorkFolder={Path.Combine(Folder, "work")}",
        $"--Pipeline:LandingFolder={Landing}",
    ];

    /// <summary>Writes the sample of <c>nova sample --until 2026-10-31</c> into the landing folder.</summary>
    public Task WriteSampleAsync() => WriteSampleAsync(new SampleOptions { Until = _until });

    /// <summary>Writes a small sample into the landing folder, its purchase lines as text.</summary>
    public Task WriteSampleAsync(int lines) => WriteSampleAsync(new SampleOptions { Lines = lines, Until = _until, Csv = true });

    /// <summary>Adds one more purchase line, a copy of the first with a quantity of its own.</summary>
    public void AddPurchaseLine(int quantity)
    {
        var file = Path.Combine(Landing, "supplies", "suprimentos.csv");
        var lines = File.ReadLines(file).Take(2).Select(line => line.Split(';')).ToList();
        lines[1][Array.IndexOf(lines[0], "QUANTIDADE")] = quantity.ToString(CultureInfo.InvariantCulture);

        // Whole or not at all: a run may be reading.
        File.WriteAllText(file + ".new", File.ReadAllText(file).TrimEnd() + "\n" + string.Join(';', lines[1]) + "\n");
        File.Move(file + ".new", file, overwrite: true);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<SampleReport> WriteSampleAsync(SampleOptions options) => SampleGenerator.WriteAsync(Landing, options, progress: null, CancellationToken.None);
}
