using NovaCorrente.Pipeline.Tests.Sources;
using static NovaCorrente.Pipeline.Tests.Silver.SilverLab;

namespace NovaCorrente.Pipeline.Tests.Silver;

public sealed class SiteTests
{
    [Theory]
    [InlineData("ABCDEFGHIJ", "ABCDEFGHIJKL", true)]
    [InlineData("TWO-OF-THI", "TWO-OF-THI", false)]
    [InlineData("SHORT", "SHORT", true)]
    [InlineData("NOWHERE", "NOWHERE", false)]
    [InlineData("53070041", "53070041", true)]
    [InlineData("N/A", "UNKNOWN", false)]
    public async Task A_depot_is_its_site_or_the_only_one_that_begins_so(string depot, string site, bool isKnown)
    {
        using var lab = await new SourceLab().WithWorkbook(new TestWorkbook().Purchases(Line(depot)).Lists(
            ["ABCDEFGHIJKL ", 1], ["TWO-OF-THIS-1", 2], ["TWO-OF-THIS-2", 3], ["SHORT\n", 4], ["SHORT-1", 5], [53070041, 6])).RefineAsync();
        Assert.Equal($"{site}|{(isKnown ? "yes|no" : "no|yes")}", lab.Row("SELECT site_code, is_site_in_registry, list_contains(quality_flags, 'SITE_UNKNOWN') FROM silver.purchase_line"));
    }

    [Fact]
    public async Task A_code_with_two_ids_is_one_site_of_two_entries()
    {
        using var lab = await new SourceLab().WithWorkbook(new TestWorkbook().Purchases(Line()).Lists(["AB ", 7], ["XY", 8], ["AB", 3], ["CD"], [null, 9])).RefineAsync();
        Assert.Equal(["AB|7,3|2|3", "XY|8|1|4"], lab.Rows("SELECT site_code, site_ids, registry_rows, source_row FROM silver.site ORDER BY 1"));
        Assert.Equal(["6|MISSING_SITE_ID", "7|MISSING_SITE_CODE"], lab.Rows("SELECT source_row, rule FROM silver.quarantine ORDER BY 1"));
        Assert.Equal("5|3|2", lab.Row("SELECT rows_in, rows_kept, rows_quarantined FROM silver.source_count WHERE source = 'site_list'"));
    }

    [Fact]
    public async Task As_many_depots_as_materials_are_given_back_in_order()
    {
        using var lab = await OfLinesAsync(
            Line("A"), Line("B", unit: "SR"), Line("C"), Line("D", requested: "N/A"), Line("N/A"));
        Assert.Equal(
            ["2|A|A|LOW_TRUST", "3|B|-|LOW_TRUST", "4|C|B|LOW_TRUST", "6|UNKNOWN|D|LOW_TRUST"],
            lab.Rows("SELECT source_row, site_code, site_code_realigned, site_trust FROM silver.purchase_line ORDER BY 1"));
    }

    [Fact]
    public async Task With_any_other_count_nothing_is_moved()
    {
        using var lab = await OfLinesAsync(Line("A"), Line("B", unit: "SR"), Line("C"), Line("N/A"), Line("N/A", quantity: 2));
        Assert.Equal("A,B,C,UNKNOWN,UNKNOWN|0", lab.Row("SELECT list(site_code ORDER BY source_row), count(site_code_realigned) FROM silver.purchase_line"));
    }

    [Fact]
    public async Task A_column_that_has_not_slipped_is_trusted()
    {
        using var lab = await OfLinesAsync(Line("A"), Line("N/A", unit: "SR"), Line("C"));
        Assert.Equal(
            ["A|A|AS_DELIVERED", "UNKNOWN|-|AS_DELIVERED", "C|C|AS_DELIVERED"],
            lab.Rows("SELECT site_code, site_code_realigned, site_trust FROM silver.purchase_line ORDER BY source_row"));
    }
}
