using System.Globalization;
using System.Text.RegularExpressions;
using NovaCorrente.Pipeline.Sample;

namespace NovaCorrente.Pipeline.Tests.Sample;

/// <summary>Reads the purchase lines of a text file field by field.</summary>
internal static partial class CsvLines
{
    public static async Task<IReadOnlyList<string[]>> ReadAsync(SampleFolder folder)
    {
        using var reader = new StreamReader(folder.Open(SampleGenerator.TextFile));
        var text = await reader.ReadToEndAsync();
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
            Field().Matches(line).Select(match => match.Groups[1].Success ? match.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : match.Groups[2].Value).ToArray())];
    }

    /// <summary>A cell of the workbook as it should read.</summary>
    public static string Spell(string? cell) => cell ?? "";

    /// <summary>A field of the text as the workbook stores it: days as serial numbers, decimals behind a point.</summary>
    public static string Plain(string field) =>
        DateOnly.TryParseExact(field, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)
            : Number().IsMatch(field) ? field.Replace(',', '.') : field;

    [GeneratedRegex("(?<=^|;)(?:\"((?:[^\"]|\"\")*)\"|([^;\"]*))(?=;|$)")]
    private static partial Regex Field();

    [GeneratedRegex(@"^-?\d+,\d+$")]
    private static partial Regex Number();
}
