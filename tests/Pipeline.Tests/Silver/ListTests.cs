using NovaCorrente.Pipeline.Tests.Sources;
using static NovaCorrente.Pipeline.Tests.Silver.SilverLab;

namespace NovaCorrente.Pipeline.Tests.Silver;

public sealed class ListTests
{
    [Fact]
    public async Task Customers_and_statuses_are_lists_of_their_own()
    {
        using var lab = await new SourceLab().WithWorkbook(new TestWorkbook().Purchases(Line()).Lists(
            ["S1", 1, "ALPHA ", "NC01", "CHANGED "], ["S2", 2, "BETA", "NC02\n", "CHANGED"], ["S3", 3, "GAMMA", "NC01"], ["S4", 4, null, "NC09"])).RefineAsync();
        Assert.Equal(["NC01|ALPHA", "NC02|BETA"], lab.Rows("SELECT customer_code, customer_name FROM silver.customer ORDER BY 1"));
        Assert.Equal("CHANGED", lab.Row("SELECT status FROM silver.status"));
        Assert.Equal(
            ["customer_list|5|DUPLICATE_KEY", "customer_list|6|MISSING_CUSTOMER_NAME", "status_list|4|DUPLICATE_KEY"],
            lab.Rows("SELECT source, source_row, rule FROM silver.quarantine ORDER BY 1, 2"));
    }

    [Fact]
    public async Task The_control_total_is_no_account_and_is_compared_with_their_sum()
    {
        using var lab = await new SourceLab().WithWorkbook(new TestWorkbook().Purchases(Line())
            .Sheet("RESUMO GERAL").Row(4, 1, "DESCRIÇÃO CTA.FINANC.", "Soma de VLR.LÍQUIDO")
            .Row(5, 1, "Upkeep \u0096 office", 100.25).Row(6, 1, "Paper", 0.1 + 0.2).Row(7, 1, "Fuel", "N/A").Row(8, 1, null, 5).Row(9, 1, "Paper", 9)
            .Row(10, 1, "Total Resultado", 101)).RefineAsync();
        Assert.Equal(["Upkeep – office|100.25", "Paper|0.3"], lab.Rows("SELECT account, amount FROM silver.expense ORDER BY source_row"));
        Assert.Equal("Total Resultado|101|100.55|2|0.45|10", lab.Row("SELECT label, control_total, accounts_total, accounts, difference, source_row FROM silver.expense_control"));
        Assert.Equal(["7|NON_NUMERIC_AMOUNT", "8|MISSING_ACCOUNT", "9|DUPLICATE_KEY"], lab.Rows("SELECT source_row, rule FROM silver.quarantine ORDER BY 1"));
    }
}
