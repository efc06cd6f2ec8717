using System.Text;
using NovaCorrente.Pipeline.Tests.Sources;
using static NovaCorrente.Pipeline.Tests.Silver.SilverLab;

namespace NovaCorrente.Pipeline.Tests.Silver;

public sealed class PurchaseLineTests
{
    [Fact]
    public async Task A_line_is_trimmed_typed_and_traced_to_its_row()
    {
        using var lab = await OfLinesAsync(Line(
            " SITE-1 ", " 000123\n", " TWO \u00a0 BLANKS\tHERE ", "N/A", " Acmé  Comércio Ltda. ", 10.5, "M³", new Serial(45690), 94657, new Serial(45700.75), new Serial(45705)));
        Assert.Equal(
            "94657|000123|TWO BLANKS HERE|UNKNOWN|Acmé Comércio Ltda.|ACME COMERCIO|COMPANY|SITE-1|10.5|M3|M³|2025-02-02|2025-02-12|2025-02-17|5|no|no|1|SITE_UNKNOWN,UNIT_NORMALISED",
            lab.Row("""
                SELECT request_number, part_code, part_name, family_name, supplier_name, supplier_key, supplier_kind, site_code, quantity, unit, unit_delivered,
                    requisitioned_on, requested_on, ordered_on, request_to_order_days, is_service, is_retroactive, repeat_ordinal, quality_flags
                FROM silver.purchase_line
                """));
        Assert.Equal("supplies/supplies.xlsx|64|2|run", lab.Row("SELECT source_file, length(source_sha256), source_row, run_id FROM silver.purchase_line"));
    }

    [Fact]
    public async Task Missing_cells_become_unknown_members_or_null()
    {
        using var lab = await OfLinesAsync(Line("N/A", name: "", family: " n/a ", supplier: "N/A", unit: " ", request: "", ordered: "N/A"));
        Assert.Equal(
            "-|UNKNOWN|UNKNOWN|-|UNKNOWN|UNKNOWN|UNKNOWN|UNKNOWN|-|-|SITE_UNKNOWN",
            lab.Row("SELECT request_number, part_name, family_name, supplier_name, supplier_key, supplier_kind, site_code, unit, ordered_on, request_to_order_days, quality_flags FROM silver.purchase_line"));
    }

    [Theory]
    [InlineData("MT", "M", true)]
    [InlineData("M²", "M2", true)]
    [InlineData("M2", "M2", false)]
    [InlineData("m³", "M3", true)]
    [InlineData("KG", "KG", false)]
    public async Task Units_are_normalised_and_marked(string delivered, string unit, bool isMarked)
    {
        using var lab = await OfLinesAsync(Line(unit: delivered));
        Assert.Equal($"{unit}|{(isMarked ? "yes" : "no")}", lab.Row("SELECT unit, list_contains(quality_flags, 'UNIT_NORMALISED') FROM silver.purchase_line"));
    }

    [Theory]
    [InlineData("N/A", "000123", 1, "MISSING_REQUEST_DATE")]
    [InlineData("", "N/A", -1, "MISSING_REQUEST_DATE")]
    [InlineData("45700", "N/A", 1, "MISSING_PART_CODE")]
    [InlineData("45700", "  ", 1, "MISSING_PART_CODE")]
    [InlineData("45700", "000123", 0, "NON_POSITIVE_QTY")]
    [InlineData("45700", "000123", -2.5, "NON_POSITIVE_QTY")]
    [InlineData("45700", "000123", "ten", "NON_NUMERIC_QTY")]
    [InlineData("45700", "000123", "N/A", "NON_NUMERIC_QTY")]
    [InlineData("45700", "000123", "1,234.5", "NON_NUMERIC_QTY")]
    [InlineData("45700", "000123", "NaN", "NON_NUMERIC_QTY")]
    [InlineData("45700", "000123", "1000000000,0001", "QTY_OUT_OF_RANGE")]
    [InlineData("45700", "000123", "1E30", "QTY_OUT_OF_RANGE")]
    [InlineData("45700", "000123", 1_000_000_000, null)]
    [InlineData("36525", "000123", 1, "DATE_OUT_OF_RANGE")]
    [InlineData("46339", "000123", 1, "DATE_OUT_OF_RANGE")]
    [InlineData("soon", "000123", 1, "DATE_OUT_OF_RANGE")]
    [InlineData("31/02/2025", "000123", 1, "DATE_OUT_OF_RANGE")]
    [InlineData("99999999999", "000123", 1, "DATE_OUT_OF_RANGE")]
    [InlineData("36526", "000123", 1, null)]
    [InlineData("46338", "000123", 1, null)]
    [InlineData("12/02/2025", "000123", "1.234,5", null)]
    [InlineData("2025-02-12", "000123", "1E3", null)]
    public async Task A_line_that_can_not_be_used_is_set_aside_with_its_first_reason(string requested, string part, object quantity, string? rule)
    {
        using var lab = await OfLinesAsync(Line(), Line(part: part, quantity: quantity, requested: requested));
        if (rule is null)
        {
            Assert.Empty(lab.Rows("FROM silver.quarantine"));
        }
        else
        {
            Assert.Equal($"purchase_sheet|supplies/supplies.xlsx|3|{rule}", lab.Row("SELECT source, source_file, source_row, rule FROM silver.quarantine"));
        }

        Assert.Equal(
            rule is null ? "2|2|0" : "2|1|1",
            lab.Row("SELECT rows_in, rows_kept, rows_quarantined FROM silver.source_count WHERE source = 'purchase_sheet'"));
    }

    [Fact]
    public async Task The_quarantine_keeps_raw_cells_and_the_quantity_but_no_tax_number()
    {
        using var lab = await OfLinesAsync(Line(quantity: 7.5, supplier: "12.345.678 MARIA SOUZA 12345678901", requested: "N/A"));
        var raw = lab.Row("SELECT quantity, raw FROM silver.quarantine");
        Assert.StartsWith("7.5|", raw, StringComparison.Ordinal);
        Assert.Contains("\"DATA SOLICITADO\":\"N/A\"", raw, StringComparison.Ordinal);
        Assert.Contains("\"NOME FORNEC.\":\"MARIA SOUZA\"", raw, StringComparison.Ordinal);
        Assert.Equal("7.5|-|7.5", lab.Row("SELECT quantity_in, quantity_kept, quantity_quarantined FROM silver.source_count WHERE source = 'purchase_sheet'"));
    }

    [Theory]
    [InlineData(45699, true, "-")]
    [InlineData(45700, false, "0")]
    [InlineData(45701, false, "1")]
    public async Task An_order_before_its_request_is_retroactive_and_has_no_cycle(int ordered, bool isRetroactive, string days)
    {
        using var lab = await OfLinesAsync(Line(ordered: new Serial(ordered)));
        Assert.Equal(
            $"{(isRetroactive ? "yes|yes" : "no|no")}|{days}",
            lab.Row("SELECT is_retroactive, list_contains(quality_flags, 'RETROACTIVE_ORDER'), request_to_order_days FROM silver.purchase_line"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60000)]
    [InlineData("later")]
    public async Task An_order_date_out_of_range_is_marked_and_left_out(object ordered)
    {
        using var lab = await OfLinesAsync(Line(ordered: ordered));
        Assert.Equal("-|no|-|ORDER_DATE_OUT_OF_RANGE,SITE_UNKNOWN", lab.Row("SELECT ordered_on, is_retroactive, request_to_order_days, quality_flags FROM silver.purchase_line"));
    }

    [Fact]
    public async Task Services_are_the_lines_in_unit_SR()
    {
        using var lab = await OfLinesAsync(Line(unit: "sr", part: "0001"), Line(unit: "UN"), Line(unit: "N/A"));
        Assert.Equal(["yes", "no", "no"], lab.Rows("SELECT is_service FROM silver.purchase_line ORDER BY source_row"));
    }

    [Theory]
    [InlineData("0001", false)]
    [InlineData("000123", false)]
    [InlineData("12345", true)]
    [InlineData("10.01", true)]
    [InlineData("ABC123", true)]
    public async Task Part_codes_are_never_repaired_only_marked(string code, bool isOdd)
    {
        using var lab = await OfLinesAsync(Line(part: code));
        Assert.Equal($"{code}|{(isOdd ? "yes" : "no")}", lab.Row("SELECT part_code, list_contains(quality_flags, 'CODE_PATTERN_ODD') FROM silver.purchase_line"));
    }

    [Theory]
    [InlineData(1.5, "UN", true)]
    [InlineData(2, "UN", false)]
    [InlineData(1.5, "KG", false)]
    [InlineData(0.5, "PAR", true)]
    [InlineData(0.5, "SR", false)]
    public async Task A_fraction_of_a_piece_is_marked(object quantity, string unit, bool isMarked)
    {
        using var lab = await OfLinesAsync(Line(quantity: quantity, unit: unit));
        Assert.Equal(isMarked ? "yes" : "no", lab.Row("SELECT list_contains(quality_flags, 'FRACTIONAL_UNIT') FROM silver.purchase_line"));
    }

    [Fact]
    public async Task Equal_lines_are_kept_counted_and_told_apart()
    {
        using var lab = await OfLinesAsync(Line(), Line(quantity: 11), Line(), Line(request: "N/A", requested: "N/A"), Line(request: "N/A", requested: "N/A"), Line());
        Assert.Equal(["2|1|no", "3|1|no", "4|2|yes", "7|3|yes"], lab.Rows("SELECT source_row, repeat_ordinal, list_contains(quality_flags, 'REPEATED_LINE') FROM silver.purchase_line ORDER BY 1"));
        Assert.Equal("4", lab.Row("SELECT count(DISTINCT line_id) FROM silver.purchase_line"));
    }

    [Fact]
    public async Task A_line_keeps_its_id_when_others_are_inserted_before_it_or_it_comes_as_text()
    {
        object?[][] lines = [Line(), Line(part: "000124", quantity: 1234.5, unit: "M²"), Line(), Line(supplier: "MARIA 12345678901", ordered: "N/A")];
        using var first = await OfLinesAsync(lines);
        using var later = await OfLinesAsync([Line(part: "000999"), lines[0], Line(part: "000998"), .. lines[1..]]);
        var csv = new StringBuilder(string.Join(';', TestWorkbook.PurchaseHeaders)).Append("""

            SITE-1;000123;BOLT;METAL;ACME LTDA;10,0;UN;N/A;94657;12/02/2025;17/02/2025
            SITE-1;000124;BOLT;METAL;ACME LTDA;1.234,5;M²;N/A;94657;2025-02-12;17/02/2025
            SITE-1 ;000123;BOLT;METAL;ACME  LTDA;10;UN;;94657;12/02/2025 00:00;17/02/2025
            SITE-1;000123;BOLT;METAL;MARIA 12345678901;10;UN;N/A;94657;12/02/2025;N/A

            """);
        using var text = await new SourceLab().Drop("supplies/lines.csv", csv.ToString()).RefineAsync();
        const string ids = "SELECT line_id FROM silver.purchase_line WHERE part_code NOT LIKE '00099%' ORDER BY source_row";
        Assert.Equal(first.Rows(ids), later.Rows(ids));
        Assert.Equal(first.Rows(ids), text.Rows(ids));
    }

    [Fact]
    public async Task A_broken_line_of_text_is_set_aside_without_its_content()
    {
        using var lab = await new SourceLab().Drop("supplies/lines.csv", string.Join(';', TestWorkbook.PurchaseHeaders) + "\nSITE;MARIA 12345678901\n").RefineAsync();
        var row = lab.Row("SELECT source, source_row, rule, raw FROM silver.quarantine");
        Assert.StartsWith("purchase_sheet|2|UNREADABLE_LINE|", row, StringComparison.Ordinal);
        Assert.DoesNotContain("MARIA", row, StringComparison.Ordinal);
        Assert.Equal("1|0|1", lab.Row("SELECT rows_in, rows_kept, rows_quarantined FROM silver.source_count WHERE source = 'purchase_sheet'"));
    }

    [Fact]
    public async Task A_refused_sheet_is_one_row_of_the_quarantine()
    {
        using var lab = await new SourceLab().WithWorkbook(new TestWorkbook().Sheet("CUSTO DE MATERIAL E SERVIÇOS").Row(1, 1, "DEPOSITO")).RefineAsync();
        var row = lab.Row("SELECT source, source_row, rule, reason FROM silver.quarantine");
        Assert.StartsWith("supplies|-|BAD_HEADER|Sheet 'CUSTO DE MATERIAL E SERVIÇOS': no column 'PRODUTO/SERVIÇO', 'MATERIAL'", row, StringComparison.Ordinal);
    }
}
