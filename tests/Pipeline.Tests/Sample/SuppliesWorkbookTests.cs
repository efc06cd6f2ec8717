using System.Globalization;
using CsCheck;
using NovaCorrente.Pipeline.Sample;

namespace NovaCorrente.Pipeline.Tests.Sample;

public sealed class SuppliesWorkbookTests
{
    private const string Purchases = "CUSTO DE MATERIAL E SERVIÇOS";

    private static readonly string[] Headers =
    [
        "DEPÓSITO", "PRODUTO/SERVIÇO", "MATERIAL", "FAMÍLIA", "NOME FORNEC.", "QUANTIDADE", "U.M.", "DATA REQUISITADA", "SOLICITAÇÃO",
        "DATA SOLICITADO", "DATA DE COMPRA",
    ];

    [Fact]
    public async Task The_report_tells_what_another_reader_finds_in_the_workbook()
    {
        using var folder = await SampleFolder.WriteAsync(4_000);

        var found = DeliveredLines.Count(Lines(folder), Sites(folder));

        Assert.Equal(folder.Report.Purchases with { Misaligned = 0 }, found);
    }

    [Fact]
    public async Task Every_defect_is_there_at_the_default_size()
    {
        using var folder = await SampleFolder.WriteAsync(SampleOptions.DefaultLines);

        var planted = folder.Report.Purchases;

        Assert.All(typeof(PurchaseCounts).GetProperties(), property =>
            Assert.True(Convert.ToDecimal(property.GetValue(planted), CultureInfo.InvariantCulture) > 0, property.Name));
        Assert.Equal(planted.Lines, planted.Usable + planted.Unusable);
    }

    [Fact]
    public void Any_size_and_seed_is_counted_right() =>
        Gen.Select(Gen.Long[1, 1_500], Gen.ULong, Gen.Int[4, 30]).Sample(
            (lines, seed, months) =>
            {
                var options = new SampleOptions { Lines = lines, Seed = seed, Months = months, Until = SampleFolder.Until };
                using var folder = SampleFolder.WriteAsync(options).GetAwaiter().GetResult();
                var found = DeliveredLines.Count(Lines(folder), Sites(folder));
                Assert.Equal(lines, found.Lines);
                Assert.Equal(folder.Report.Purchases with { Misaligned = 0 }, found);
            },
            iter: 12,
            seed: "0000000nova1");

    [Fact]
    public async Task The_log_has_its_headers_in_row_one_and_claims_to_reach_column_Z()
    {
        using var folder = await SampleFolder.WriteAsync(100);
        var sheet = SheetRows.Read(folder, Purchases);

        Assert.Equal("visible", sheet.VisibleState);
        Assert.Equal(101, sheet.Rows.Count);
        Assert.Equal(Headers, sheet.Rows[0].Take(11));
        Assert.Equal(26, sheet.Rows[0].Length);
        Assert.All(sheet.Rows, row => Assert.All(row[11..], Assert.Null));
    }

    [Fact]
    public async Task Depots_stand_without_a_gap_and_run_out_where_the_services_were()
    {
        using var folder = await SampleFolder.WriteAsync(2_000);
        var lines = Lines(folder);

        var depots = lines.Count(line => line[0] != "N/A");

        Assert.Equal(lines.Count(line => line[6] != "SR"), depots);
        Assert.All(lines.Skip(depots), line => Assert.Equal("N/A", line[0]));
        Assert.All(lines, line => Assert.InRange(line[0]!.Length, 1, 10));
        Assert.True(folder.Report.Purchases.Misaligned > 1_000);
    }

    [Fact]
    public async Task Codes_keep_their_leading_zeros_and_days_are_serial_numbers()
    {
        using var folder = await SampleFolder.WriteAsync(500);
        var rows = SheetRows.Read(folder, Purchases).Rows.Skip(1).ToList();

        Assert.Contains(rows, row => row[1] is string code && code.StartsWith('0'));
        Assert.All(rows, row => Assert.True(row[1] is string or null));
        Assert.Contains(rows, row => row[9] is DateTime);
        Assert.Contains(rows, row => row[9] is "N/A");
        Assert.Contains(rows, row => row[9] is null);
        Assert.Contains(rows, row => row[5] is "A CONFIRMAR");
    }

    [Fact]
    public async Task The_account_summary_starts_in_row_four_and_ends_with_a_control_total()
    {
        using var folder = await SampleFolder.WriteAsync(10);
        var rows = SheetRows.Read(folder, "RESUMO GERAL").Rows;
        var accounts = rows.Skip(4).SkipLast(1).ToList();

        Assert.All(rows.Take(3), row => Assert.All(row, Assert.Null));
        Assert.Equal(["DESCRIÇÃO CTA.FINANC.", "Soma de VLR.LÍQUIDO"], rows[3]);
        Assert.Equal("Total Resultado", rows[^1][0]);
        Assert.Equal(folder.Report.Registry.AccountTotal, Money(rows[^1][1]));
        Assert.Equal(folder.Report.Registry.AccountTotal, accounts.Sum(row => Money(row[1])));
        Assert.Equal(folder.Report.Registry.Accounts, accounts.Count);
        Assert.Single(accounts, row => ((string)row[0]!).Contains('\u0096'));
    }

    [Fact]
    public async Task The_hidden_sheet_holds_three_lists_with_all_that_is_wrong_in_them()
    {
        using var folder = await SampleFolder.WriteAsync(10);
        var sheet = SheetRows.Read(folder, "DADOS");
        var expected = folder.Report.Registry;
        var codes = sheet.Rows.Skip(2).Select(row => row[2]).ToList();
        var texts = codes.OfType<string>().ToList();

        Assert.Equal("hidden", sheet.VisibleState);
        Assert.Equal(["SITE ", "ID SITE", "CLIENTE ", "ID CLIENTE ", "STATUS DE ALTERAÇÃO"], sheet.Rows[1].Skip(2).Take(5));
        Assert.Equal(expected.Sites, codes.Count);
        Assert.Equal(expected.Customers, sheet.Rows.Skip(2).Count(row => row[4] is not null));
        Assert.Equal(expected.Statuses, sheet.Rows.Skip(2).Count(row => row[6] is not null));
        Assert.Equal(expected.NumericCodes, codes.Count(code => code is double));
        Assert.Equal(expected.TrailingBlanks, texts.Count(code => code.EndsWith(' ')));
        Assert.Equal(expected.LineBreaks, texts.Count(code => code.EndsWith('\n')));
        Assert.Equal(expected.DuplicateSites, codes.Count - codes.Select(code => SheetRows.Text(code)!.Trim()).Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            new[] { expected.NumericCodes, expected.TrailingBlanks, expected.LineBreaks, expected.DuplicateSites },
            count => Assert.True(count > 0));
    }

    [Fact]
    public async Task Text_and_workbook_hold_the_same_lines()
    {
        using var workbook = await SampleFolder.WriteAsync(3_000);
        using var text = await SampleFolder.WriteAsync(3_000, csv: true);
        var sheet = Lines(workbook);
        var parsed = await CsvLines.ReadAsync(text);

        Assert.Equal(Headers, parsed[0]);
        Assert.Equal(sheet.Count, parsed.Count - 1);
        Assert.All(sheet.Zip(parsed.Skip(1)), pair => Assert.Equal(pair.First.Select(CsvLines.Spell), pair.Second.Select(CsvLines.Plain)));
        Assert.Single(SheetRows.Read(text, Purchases).Rows);
        Assert.Equal(workbook.Report.Purchases, text.Report.Purchases);
    }

    internal static IReadOnlyList<string?[]> Lines(SampleFolder folder) =>
        [.. SheetRows.Read(folder, Purchases).Rows.Skip(1).Select(row => row.Take(11).Select(SheetRows.Text).ToArray())];

    internal static HashSet<string> Sites(SampleFolder folder) =>
        [.. SheetRows.Read(folder, "DADOS").Rows.Skip(2).Select(row => SheetRows.Text(row[2])!.Trim())];

    private static decimal Money(object? cell) => Math.Round(Convert.ToDecimal(cell, CultureInfo.InvariantCulture), 2);
}
