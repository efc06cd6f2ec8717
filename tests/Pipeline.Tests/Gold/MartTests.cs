namespace NovaCorrente.Pipeline.Tests.Gold;

/// <summary>Small examples with figures computed by hand.</summary>
public sealed class MartTests : IDisposable
{
    private readonly GoldLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Demand_adds_up_by_day_part_site_and_unit()
    {
        _lab.Line("2025-01-01", quantity: 1.5m, request: "7", site: "BAABC001");
        _lab.Line("2025-01-01", quantity: 2.25m, request: "7", site: "BAABC001");
        _lab.Line("2025-01-01", quantity: 4, request: "8", site: "BAABC001", unit: "KG");
        _lab.Line("2025-01-02", quantity: 5, request: "9");
        _lab.Build("demand_daily");
        Assert.Equal(
            ["2025-01-01 P1 BAABC001 KG 4 1 1", "2025-01-01 P1 BAABC001 UN 3.75 2 1", "2025-01-02 P1 UNKNOWN UN 5 1 1"],
            _lab.Rows("SELECT * FROM gold.demand_daily ORDER BY ALL"));
    }

    // Cycles 0, 1, 2, 10: mean 3.25, median 1.5, p90 = 2 + 0.7 · 8 = 7.6; 3 of 4 within 7 days.
    [Fact]
    public void Supplier_performance_counts_cycles_of_lines_that_have_one()
    {
        foreach (var days in new[] { 0, 1, 2, 10 })
        {
            _lab.Line("2025-01-01", days: days, part: $"P{days % 2}");
        }

        _lab.Line("2025-01-01", retroactive: true);
        _lab.Line("2025-01-01", supplier: "OTHER");
        _lab.Build("supplier_performance");
        Assert.Equal(
            ["ACME 5 2 0.833333 4 3.25 1.5 7.6 0.75 0.2 2025-01-11", "OTHER 1 1 0.166667 0 - - - - 0 -"],
            _lab.Rows("SELECT * FROM gold.supplier_performance ORDER BY supplier_key"));
    }

    [Fact]
    public void A_month_of_operations_counts_lines_and_never_adds_quantities()
    {
        _lab.Line("2025-01-05", days: 4, request: "1", site: "BAABC001");
        _lab.Line("2025-01-31", days: 8, request: "1", unit: "SR", part: "S1", supplier: "UNKNOWN");
        _lab.Line("2025-01-31", retroactive: true, request: "2", ordinal: 2);
        _lab.Line("2025-02-01");
        _lab.Build("operations_monthly");
        Assert.Equal(
            ["2025-01-01 True 3 2 1 2 2 1 1 2 6 6 7.6 1 0.333333 1", "2025-02-01 True 1 1 0 1 1 1 0 0 - - - 0 0 0"],
            _lab.Rows("SELECT * FROM gold.operations_monthly ORDER BY month"));
    }

    [Fact]
    public void A_month_of_a_family_keeps_units_apart()
    {
        _lab.Line("2025-01-05", quantity: 1.5m, request: "1");
        _lab.Line("2025-01-06", quantity: 2, request: "1", part: "P2");
        _lab.Line("2025-01-06", quantity: 9, unit: "KG");
        _lab.Build("family_monthly");
        Assert.Equal(
            ["2025-01-01 F1 KG True 9 1 1 1", "2025-01-01 F1 UN True 3.5 2 1 2"],
            _lab.Rows("SELECT * FROM gold.family_monthly ORDER BY ALL"));
    }

    [Fact]
    public void Part_supplier_tells_shares_and_sole_sources()
    {
        _lab.Line("2025-01-05", days: 1);
        _lab.Line("2025-01-06", days: 2);
        _lab.Line("2025-01-07", supplier: "OTHER");
        _lab.Line("2025-01-08", part: "P2", supplier: "OTHER");
        _lab.Build("part_supplier");
        Assert.Equal(
            ["P1 ACME 2 0.666667 False 1.5 2025-01-06", "P1 OTHER 1 0.333333 False - 2025-01-07", "P2 OTHER 1 1 True - 2025-01-08"],
            _lab.Rows("SELECT * FROM gold.part_supplier ORDER BY ALL"));
    }

    [Fact]
    public void Quality_counts_rules_and_flags_of_a_run()
    {
        _lab.Line("2025-01-05", flags: "['REPEATED_LINE', 'SITE_UNKNOWN']");
        _lab.Line("2025-01-05", flags: "['SITE_UNKNOWN']");
        _lab.Run("""
            INSERT INTO silver.quarantine BY NAME SELECT 'purchase_sheet' AS source, 'NON_POSITIVE_QTY' AS rule, 'run-1' AS run_id;
            INSERT INTO silver.quarantine BY NAME SELECT 'stock' AS source, 'UNKNOWN_PART' AS rule, 'run-1' AS run_id;
            """);
        _lab.Build("data_quality");
        Assert.Equal(
            [
                "run-1 purchase_sheet NON_POSITIVE_QTY QUARANTINE 1",
                "run-1 purchase_sheet REPEATED_LINE FLAG 1",
                "run-1 purchase_sheet SITE_UNKNOWN FLAG 2",
                "run-1 stock UNKNOWN_PART QUARANTINE 1",
            ],
            _lab.Rows("SELECT * FROM gold.data_quality ORDER BY ALL"));
    }

    [Fact]
    public void Rows_set_aside_are_told_apart_even_when_they_say_the_same()
    {
        _lab.Run("""
            INSERT INTO silver.quarantine BY NAME SELECT 'purchase_sheet' AS source, 'a.csv' AS source_file, 'ab' AS source_sha256, unnest([7, 7, NULL, NULL]) AS source_row,
                'NON_NUMERIC_QTY' AS rule, 'QUANTIDADE is no number: x.' AS reason, '{}' AS raw, 'run-1' AS run_id;
            """);
        _lab.Build("quarantined_row");

        Assert.Equal(["4 4 2"], _lab.Rows("SELECT count(*), count(DISTINCT row_id), count(source_row) FROM gold.quarantined_row"));
        Assert.Equal(
            ["purchase_sheet a.csv 7 NON_NUMERIC_QTY QUANTIDADE is no number: x. - {}"],
            _lab.Rows("SELECT DISTINCT * EXCLUDE (row_id) FROM gold.quarantined_row WHERE source_row IS NOT NULL"));
    }

    [Fact]
    public void Expenses_have_their_share_in_the_whole()
    {
        _lab.Run("INSERT INTO silver.expense BY NAME SELECT unnest(['Rent', 'Water']) AS account, unnest([75, 25]) AS amount");
        _lab.Build("expense_summary", "account");
        Assert.Equal(["Rent 75 0.75", "Water 25 0.25"], _lab.Rows("SELECT * FROM gold.expense_summary ORDER BY ALL"));
        Assert.Equal(["Rent", "Water"], _lab.Rows("SELECT * FROM gold.account ORDER BY ALL"));
    }
}
