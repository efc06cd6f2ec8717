using NovaCorrente.Pipeline.Tests.Sources;
using static NovaCorrente.Pipeline.Tests.Silver.SilverLab;

namespace NovaCorrente.Pipeline.Tests.Silver;

public sealed class SupplierTests
{
    [Theory]
    [InlineData("Aço & Cia Ltda.", "Aço & Cia Ltda.", "ACO CIA", "COMPANY")]
    [InlineData("ACME S.A.", "ACME S.A.", "ACME", "COMPANY")]
    [InlineData("ACME S/A", "ACME S/A", "ACME", "COMPANY")]
    [InlineData("ACME EIRELI - ME", "ACME EIRELI - ME", "ACME", "COMPANY")]
    [InlineData("A.B.C. COMERCIO-EPP", "A.B.C. COMERCIO-EPP", "ABC COMERCIO", "COMPANY")]
    [InlineData("D'AVILA", "D'AVILA", "DAVILA", "COMPANY")]
    [InlineData("ME LTDA SHOP", "ME LTDA SHOP", "ME LTDA SHOP", "COMPANY")]
    [InlineData("LTDA", "LTDA", "LTDA", "COMPANY")]
    [InlineData("12.345.678 JOSÉ DA SILVA", "JOSÉ DA SILVA", "JOSE DA SILVA", "INDIVIDUAL")]
    [InlineData("JOSE DA SILVA 12345678901", "JOSE DA SILVA", "JOSE DA SILVA", "INDIVIDUAL")]
    [InlineData("JOSE DA SILVA - 123.456.789-01", "JOSE DA SILVA", "JOSE DA SILVA", "INDIVIDUAL")]
    [InlineData("12.345.678 JOSE DA SILVA 12345678901", "JOSE DA SILVA", "JOSE DA SILVA", "INDIVIDUAL")]
    [InlineData("FRANCISCA APARECIDA DOS SANTOS DE OLIVEIRA 1234567", "FRANCISCA APARECIDA DOS SANTOS DE OLIVEIRA", "FRANCISCA APARECIDA DOS SANTOS DE OLIVEIRA", "INDIVIDUAL")]
    [InlineData("PESSOA FISICA 07", "PESSOA FISICA 07", "PESSOA FISICA 07", "INDIVIDUAL")]
    [InlineData("SHOP 2001", "SHOP 2001", "SHOP 2001", "COMPANY")]
    [InlineData("---", "---", "UNKNOWN", "UNKNOWN")]
    public async Task Names_come_to_a_key_a_kind_and_no_tax_number(string delivered, string name, string key, string kind)
    {
        using var lab = await OfLinesAsync(Line(supplier: delivered));
        Assert.Equal($"{name}|{key}|{kind}", lab.Row("SELECT supplier_name, supplier_key, supplier_kind FROM silver.purchase_line"));
    }

    [Fact]
    public async Task Spellings_of_one_key_are_one_supplier_named_as_most_often()
    {
        using var lab = await OfLinesAsync(Line(supplier: "ACME LTDA"), Line(supplier: "ACME"), Line(supplier: "Acme S.A."), Line(supplier: "ACME", quantity: 2));
        Assert.Equal("ACME|ACME|COMPANY|3", lab.Row("FROM silver.supplier"));
    }

    [Fact]
    public async Task One_spelling_that_shows_a_person_protects_the_whole_key()
    {
        using var lab = await OfLinesAsync(Line(supplier: "JOSE DA SILVA"), Line(supplier: "JOSE DA SILVA 12345678901"));
        Assert.Equal("JOSE DA SILVA|JOSE DA SILVA|INDIVIDUAL|1", lab.Row("FROM silver.supplier"));
    }

    [Fact]
    public async Task An_alias_joins_what_no_rule_can_know_and_the_last_one_wins()
    {
        using var lab = await new SourceLab()
            .Drop("supplies/supplier-aliases.csv", "alias;supplier_key\nAcme Comércio;WRONG\nAcme Comércio Ltda;Acme Indústria S.A.\n;NOBODY\n")
            .WithWorkbook(new TestWorkbook().Purchases(Line(supplier: "ACME COMERCIO"), Line(supplier: "ACME INDUSTRIA"))).RefineAsync();
        Assert.Equal("ACME INDUSTRIA", lab.Row("SELECT DISTINCT supplier_key FROM silver.purchase_line"));
        Assert.Equal("3|1|1|1", lab.Row("SELECT rows_in, rows_kept, rows_quarantined, rows_excluded FROM silver.source_count WHERE source = 'supplier_alias'"));
    }
}
