using NovaCorrente.Pipeline.Sources;

namespace NovaCorrente.Pipeline.Tests.Sources;

public sealed class WorkbookTests
{
    private const string File = "supplies/supplies.xlsx";

    private static readonly object?[] Line = ["SITE-1", "000123", "BOLT", "METAL", "ACME", 10, "UN", "N/A", "94657", new Serial(45628), new Serial(45630)];

    [Fact]
    public async Task Cells_come_as_text_with_their_row_and_dates_as_serials()
    {
        using var lab = new SourceLab().Drop(File, new TestWorkbook().Purchases(
            Line, ["S", 4402000317L, " two  blanks ", null, "N/A", 0.1 + 0.2, "M³", new Serial(45628.5), 7, "N/A", null]));
        await lab.LoadAsync();
        Assert.Equal(
            [
                "2|SITE-1|000123|BOLT|METAL|ACME|10|UN|N/A|94657|45628|45630",
                "3|S|4402000317| two  blanks |-|N/A|0.30000000000000004|M³|45628.5|7|N/A|-",
            ],
            lab.Rows("SELECT * EXCLUDE (source_file, source_sha256, source_rank) FROM bronze.purchase_sheet ORDER BY source_row"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    public async Task Serials_of_1904_workbooks_become_those_of_1900(string mark)
    {
        using var lab = new SourceLab().Drop(File, new TestWorkbook { Date1904 = mark }.Purchases([.. Line[..9], new Serial(45628 - 1462), null]));
        await lab.LoadAsync();
        Assert.Equal("45628", lab.Row("SELECT data_solicitado FROM bronze.purchase_sheet"));
    }

    [Fact]
    public async Task Columns_are_found_by_header_whatever_their_place_accents_case_and_blanks()
    {
        var headers = TestWorkbook.PurchaseHeaders.Reverse().Select(header => $"  {header.ToLowerInvariant().Replace('ó', 'o')}\n").ToArray<object?>();
        using var lab = new SourceLab().Drop(File, new TestWorkbook()
            .Sheet("Custo de material e servicos ").Row(3, 2, headers).Row(4, 2, [.. Line.Reverse()]));
        await lab.LoadAsync();
        Assert.Equal("4|SITE-1|000123|45630", lab.Row("SELECT source_row, deposito, produto_servico, data_de_compra FROM bronze.purchase_sheet"));
    }

    [Fact]
    public async Task Blank_rows_are_no_rows_and_do_not_shift_the_others()
    {
        using var lab = new SourceLab().Drop(File, new TestWorkbook().Purchases(Line, [null, "  "], Line).Row(9, 1, Line).Row(10, 20, "beside the table"));
        await lab.LoadAsync();
        Assert.Equal(["2", "4", "9"], lab.Rows("SELECT source_row FROM bronze.purchase_sheet ORDER BY 1"));
    }

    [Fact]
    public async Task Lists_side_by_side_on_a_hidden_sheet_are_independent()
    {
        using var lab = new SourceLab().Drop(File, new TestWorkbook().Purchases(Line)
            .Sheet("RESUMO GERAL").Row(4, 1, "DESCRIÇÃO CTA.FINANC.", "Soma de VLR.LÍQUIDO").Row(5, 1, "Paper \u0096 office", 12.5).Row(6, 1, "Total Resultado", 12.5)
            .Sheet("DADOS", hidden: true).Row(2, 3, "SITE ", "ID SITE", "CLIENTE ", "ID CLIENTE ", "STATUS DE ALTERAÇÃO")
            .Row(3, 3, "AB ", 1, "Alpha", "NC01", "CHANGED").Row(4, 3, "XY1\n", 2, "Beta", "NC02").Row(5, 3, 53070041, 3));
        var supplies = (await lab.LoadAsync())[0];
        Assert.Equal(SourceState.Landed, supplies.State);
        Assert.Equal(["3|AB |1", "4|XY1\n|2", "5|53070041|3"], lab.Rows("SELECT source_row, site_name, site_id FROM bronze.site_list ORDER BY 1"));
        Assert.Equal(["NC01|Alpha", "NC02|Beta"], lab.Rows("SELECT customer_code, customer_name FROM bronze.customer_list ORDER BY 1"));
        Assert.Equal("3|CHANGED", lab.Row("SELECT source_row, status FROM bronze.status_list"));
        Assert.Equal(["5|Paper \u0096 office|12.5", "6|Total Resultado|12.5"], lab.Rows("SELECT source_row, account, amount FROM bronze.expense_sheet ORDER BY 1"));
    }

    [Fact]
    public async Task A_sheet_with_a_wrong_header_is_refused_with_the_reason_and_the_others_are_read()
    {
        using var lab = new SourceLab().Drop(File, new TestWorkbook().Purchases(Line)
            .Sheet("RESUMO GERAL").Row(4, 1, "CONTA", "Soma de VLR.LÍQUIDO").Row(5, 1, "Paper", 12.5));
        var supplies = (await lab.LoadAsync())[0];
        Assert.Equal(SourceState.Failed, supplies.State);
        Assert.Equal(
            "supplies|supplies/supplies.xlsx|RESUMO GERAL|BAD_HEADER|Sheet 'RESUMO GERAL': no column 'DESCRIÇÃO CTA.FINANC.'.",
            lab.Row("SELECT source, source_file, part, rule, reason FROM bronze.rejection"));
        Assert.Equal("1|0", lab.Row("SELECT (SELECT count(*) FROM bronze.purchase_sheet), (SELECT count(*) FROM bronze.expense_sheet)"));
    }

    [Fact]
    public async Task A_header_that_is_there_twice_is_refused()
    {
        using var lab = new SourceLab().Drop(File, new TestWorkbook().Purchases(Line).Row(1, 12, "QUANTIDADE"));
        var supplies = await lab.LandAsync("supplies");
        Assert.Equal("supplies/supplies.xlsx: Sheet 'CUSTO DE MATERIAL E SERVIÇOS': column 'QUANTIDADE' is there more than once.", supplies.Problem);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(0)]
    public async Task A_truncated_workbook_is_refused_and_nothing_of_it_is_kept(double share)
    {
        using var lab = new SourceLab().Drop(File, new TestWorkbook().Purchases([.. Enumerable.Repeat(Line, 500)]));
        var bytes = await System.IO.File.ReadAllBytesAsync(lab.File(File));
        lab.Drop(File, bytes[..(int)(bytes.Length * share)]);
        var supplies = await lab.LandAsync("supplies");
        Assert.Equal(SourceState.Failed, supplies.State);
        Assert.Contains("not a readable workbook", supplies.Problem, StringComparison.Ordinal);
        Assert.Equal("UNREADABLE_FILE", Assert.Single(supplies.Rejections).Rule);
        Assert.Empty(supplies.Inputs);
    }

    [Fact]
    public async Task A_workbook_without_the_purchase_sheet_is_refused_unless_a_text_file_has_the_lines()
    {
        using var lab = new SourceLab().Drop(File, new TestWorkbook().Sheet("CUSTO").Row(1, 1, [.. TestWorkbook.PurchaseHeaders]));
        Assert.Equal("supplies/supplies.xlsx: The workbook has no sheet 'CUSTO DE MATERIAL E SERVIÇOS'.", (await lab.LandAsync("supplies")).Problem);
        lab.Drop("supplies/lines.csv", string.Join(';', TestWorkbook.PurchaseHeaders) + "\nS;1\n");
        Assert.Equal(SourceState.Landed, (await lab.LandAsync("supplies")).State);
    }

    [Fact]
    public async Task Many_rows_travel_in_row_groups()
    {
        using var lab = new SourceLab().Drop(File, new TestWorkbook().Purchases([.. Enumerable.Range(0, 50_001).Select(i => new object?[] { "S", i })]));
        await lab.LoadAsync();
        Assert.Equal("50001|2|50002|50000", lab.Row("SELECT count(*), min(source_row), max(source_row), max(produto_servico::INT) FROM bronze.purchase_sheet"));
    }
}
