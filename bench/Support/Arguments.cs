using System.Globalization;

namespace NovaCorrente.Bench;

/// <summary>What a comparison runs on.</summary>
/// <param name="Folder">Folder that keeps generated data from one run to the next.</param>
/// <param name="Lines">Purchase lines to generate.</param>
internal sealed record Arguments(string Folder, int Lines)
{
    public static Arguments Of(string[] args)
    {
        string? Value(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;
        var lines = int.Parse(Value("--lines") ?? "3000000", CultureInfo.InvariantCulture);
        return new Arguments(Path.GetFullPath(Value("--folder") ?? Path.Combine("artifacts", "bench", lines.ToString(CultureInfo.InvariantCulture))), lines);
    }
}
