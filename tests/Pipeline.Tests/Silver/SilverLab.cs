using System.Text.RegularExpressions;
using NovaCorrente.Pipeline.Sources;
using NovaCorrente.Pipeline.Tests.Sources;

namespace NovaCorrente.Pipeline.Tests.Silver;

/// <summary>Runs the silver SQL over files in a landing folder, each table after those that it mentions.</summary>
internal static partial class SilverLab
{
    private const string Prefix = "Transforms/silver/";

    /// <summary>A line of the purchase sheet; named cells replace those of a good one.</summary>
    public static object?[] Line(
        object? depot = null, object? part = null, object? name = null, object? family = null, object? supplier = null, object? quantity = null,
        object? unit = null, object? requisitioned = null, object? request = null, object? requested = null, object? ordered = null) =>
    [
        depot ?? "SITE-1", part ?? "000123", name ?? "BOLT", family ?? "METAL", supplier ?? "ACME LTDA", quantity ?? 10, unit ?? "UN",
        requisitioned ?? "N/A", request ?? 94657, requested ?? new Serial(45700), ordered ?? new Serial(45705),
    ];

    /// <summary>A lab in which these lines have become silver.</summary>
    public static Task<SourceLab> OfLinesAsync(params object?[][] lines) => new SourceLab().WithWorkbook(new TestWorkbook().Purchases(lines)).RefineAsync();

    public static SourceLab WithWorkbook(this SourceLab lab, TestWorkbook workbook) => lab.Drop("supplies/supplies.xlsx", workbook);

    /// <summary>The workbook's sheet of lists, from row 3 on: sites with ids, customers, statuses.</summary>
    public static TestWorkbook Lists(this TestWorkbook workbook, params object?[][] rows)
    {
        workbook.Sheet("DADOS", hidden: true).Row(2, 3, "SITE ", "ID SITE", "CLIENTE ", "ID CLIENTE ", "STATUS DE ALTERAÇÃO");
        foreach (var (i, row) in rows.Index())
        {
            workbook.Row(i + 3, 3, row);
        }

        return workbook;
    }

    public static async Task<SourceLab> RefineAsync(this SourceLab lab)
    {
        await lab.LoadAsync();
        lab.Connection.Execute(Read("Transforms/macros.sql"));
        var statements = typeof(SourceCatalog).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => Path.GetFileNameWithoutExtension(name), Read);
        HashSet<string> made = [];
        foreach (var table in statements.Keys.Order(StringComparer.Ordinal))
        {
            Make(table);
        }

        // Whatever a test does, no row may get lost on the way.
        Assert.Empty(lab.Rows("SELECT * FROM silver.source_count WHERE NOT balanced"));
        return lab;

        void Make(string table)
        {
            if (!made.Add(table))
            {
                return;
            }

            foreach (Match mention in Mention().Matches(statements[table]))
            {
                Make(mention.Groups["table"].Value);
            }

            lab.Connection.Execute($"CREATE OR REPLACE TABLE silver.{table} AS {statements[table]}");
        }
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(SourceCatalog).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\bsilver\.(?<table>\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mention();
}
