using System.Text;
using NovaCorrente.Pipeline.Sources;

namespace NovaCorrente.Pipeline.Tests.Sources;

public sealed class DelimitedFileTests
{
    private static readonly string Header = string.Join(';', TestWorkbook.PurchaseHeaders);
    private const string Line = "SITE;000123;BOLT;METAL;AÇO;1.234,5;UN;N/A;94657;02/12/2024;N/A";

    [Theory]
    [InlineData("utf-8", "\n")]
    [InlineData("utf-8", "\r\n")]
    [InlineData("bom", "\n")]
    [InlineData("latin1", "\r\n")]
    public async Task Text_is_read_in_its_encoding_with_either_line_end(string encoding, string lineEnd)
    {
        var text = string.Join(lineEnd, Header, Line, "\"A;\"\"B\";0001", "") + string.Join(lineEnd, Enumerable.Repeat(Line, 2)) + lineEnd;
        byte[] bytes = encoding switch
        {
            "latin1" => Encoding.Latin1.GetBytes(text),
            "bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(text),
        };
        using var lab = new SourceLab().Drop("supplies/lines.csv", bytes);
        await lab.LoadAsync();
        Assert.Equal(
            ["2|SITE|000123|AÇO|1.234,5|02/12/2024|N/A", "4|SITE|000123|AÇO|1.234,5|02/12/2024|N/A", "5|SITE|000123|AÇO|1.234,5|02/12/2024|N/A"],
            lab.Rows("SELECT source_row, deposito, produto_servico, nome_fornec, quantidade, data_solicitado, data_de_compra FROM bronze.purchase_sheet ORDER BY 1"));
    }

    [Fact]
    public async Task Lines_of_a_wrong_number_of_cells_are_set_aside_and_the_others_keep_their_numbers()
    {
        using var lab = new SourceLab().Drop("supplies/lines.csv", string.Join('\n', Header, Line, "short;line", Line, Line + ";more", Line + ";more", Line, ""));
        await lab.LoadAsync();
        Assert.Equal(["2", "4", "7"], lab.Rows("SELECT source_row FROM bronze.purchase_sheet ORDER BY 1"));
        Assert.Equal(["purchase_sheet|3", "purchase_sheet|5", "purchase_sheet|6"], lab.Rows("SELECT source_table, source_row FROM bronze.unreadable_line ORDER BY 2"));
    }

    [Fact]
    public async Task Quoted_cells_may_hold_separators_quotes_and_line_ends()
    {
        using var lab = new SourceLab().Drop("stock/s.csv", "on_order;date;part;site;on_hand\n1;2025-01-01;\"A;1\";\"S \"\"x\"\"\ny\";2,5\n");
        await lab.LoadAsync();
        Assert.Equal("A;1|S \"x\"\ny|2,5|1", lab.Row("SELECT part, site, on_hand, on_order FROM bronze.stock"));
    }

    [Theory]
    [InlineData("", "The first line, which should name the columns, is empty.")]
    [InlineData("date;part;site\n", "The first line has no column 'on_hand'.")]
    [InlineData("date;part;site;on_hand;PART\n", "The first line has column 'part' is there more than once.")]
    public async Task A_wrong_header_is_refused(string text, string reason)
    {
        using var lab = new SourceLab().Drop("stock/s.csv", text);
        var stock = await lab.LandAsync("stock");
        var rejection = Assert.Single(stock.Rejections);
        Assert.Equal(("BAD_HEADER", reason, SourceState.Failed), (rejection.Rule, rejection.Reason, stock.State));
    }

    [Fact]
    public async Task Forecasts_come_as_text_with_commas_or_as_Parquet()
    {
        using var lab = new SourceLab().Drop("forecasts/a.csv", "part_code,ds,yhat,model_version,generated_at,dataset_id,source\n000001,2025-12-01,1.5,1,2025-11-01T00:00:00Z,d,s\n");
        lab.Connection.Execute($"""
            COPY (SELECT '000002' AS part_code, DATE '2025-12-02' AS ds, 2.5::DOUBLE AS yhat, '2' AS model_version, TIMESTAMP '2025-11-02 03:04:05' AS generated_at,
                'd' AS dataset_id, 's' AS source, 'REAL' AS provenance) TO '{lab.File("forecasts/b.parquet")}' (FORMAT parquet)
            """);
        await lab.LoadAsync();
        Assert.Equal(
            ["000001|2025-12-01|1.5|1|2025-11-01T00:00:00Z|d|s|-|-", "000002|2025-12-02|2.5|2|2025-11-02 03:04:05|d|s|REAL|-"],
            lab.Rows("SELECT part_code, ds, yhat, model_version, generated_at, dataset_id, source, provenance, family FROM bronze.forecast ORDER BY 1"));
    }

    [Fact]
    public async Task A_broken_Parquet_file_is_refused()
    {
        using var lab = new SourceLab().Drop("forecasts/b.parquet", "PAR1 no more");
        Assert.Equal("UNREADABLE_FILE", Assert.Single((await lab.LandAsync("forecasts")).Rejections).Rule);
    }
}
