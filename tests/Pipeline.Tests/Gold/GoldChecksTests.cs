using NovaCorrente.Pipeline.Checks;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Tests.Gold;

public sealed class GoldChecksTests : IClassFixture<GoldChecksTests.CleanGold>, IDisposable
{
    private readonly GoldLab _lab;

    // Every test damages the same clean gold inside a transaction that is then taken back.
    public GoldChecksTests(CleanGold gold)
    {
        _lab = gold.Lab;
        _lab.Run("BEGIN");
    }

    public void Dispose() => _lab.Run("ROLLBACK");

    [Fact]
    public void Gold_made_from_clean_silver_passes_every_check()
    {
        var results = GoldChecks.Run(_lab.Connection, GoldModel.Default);
        Assert.All(results, r => Assert.True(r.Passed, r.ToString()));
        Assert.All(GoldModel.Default.SnapshotTables, t => Assert.Contains(results, r => r.Table == t.SqlName && r.Rule == "unique_key"));
        Assert.Contains(results, r => r is { Table: "purchase_line", Rule: "reference:calendar_day" });
        Assert.Contains(results, r => r is { Table: "site", Rule: "accepted_values:kind" });
        Assert.Contains(results, r => r is { Table: "part_policy", Rule: "range:adi" });
    }

    [Theory]
    [InlineData("INSERT INTO gold.part FROM gold.part WHERE part_code = 'P1'", "part", "unique_key", 1, "P1 occurs more than once")]
    [InlineData("UPDATE gold.part SET name = NULL WHERE part_code = 'P2'", "part", "not_null:name", 1, "P2: null")]
    [InlineData("UPDATE gold.site SET kind = 'PALACE' WHERE site_code = 'BAABC001'", "site", "accepted_values:kind", 1, "BAABC001: PALACE")]
    [InlineData("UPDATE gold.purchase_line SET quality_flags = ['NICE']", "purchase_line", "accepted_values:quality_flags", 2, "00000001: [NICE]")]
    [InlineData("UPDATE gold.purchase_line SET quantity = 0 WHERE part_code = 'P2'", "purchase_line", "range:quantity", 1, "00000002: 0.0000")]
    [InlineData("UPDATE gold.calendar_day SET weekday = 8 WHERE date = '2025-03-03'", "calendar_day", "range:weekday", 1, "2025-03-03: 8")]
    [InlineData("DELETE FROM gold.supplier", "purchase_line", "reference:supplier", 2, "00000001 has no supplier")]
    [InlineData("UPDATE gold.purchase_line SET supplier_key = NULL", "purchase_line", "reference:supplier", 2, "00000001 has no supplier")]
    [InlineData("DROP TABLE gold.account", "account", "columns", 1, "the table is missing")]
    [InlineData("ALTER TABLE gold.account ADD COLUMN more INTEGER", "account", "columns", 1, "missing: ; not declared: more INTEGER")]
    [InlineData("ALTER TABLE gold.family ALTER name TYPE BLOB", "family", "columns", 1, "missing: name VARCHAR; not declared: name BLOB")]
    public void A_broken_rule_is_found_with_an_example(string damage, string table, string rule, int violations, string detail)
    {
        _lab.Run(damage);
        var result = GoldChecks.Run(_lab.Connection, GoldModel.Default).Single(r => r.Table == table && r.Rule == rule);
        Assert.Equal(new CheckResult(table, rule, CheckSeverity.Error, Passed: false, violations, detail), result);
    }

    [Fact]
    public void Optional_relations_may_lead_nowhere()
    {
        _lab.Run("DELETE FROM gold.part_policy");
        Assert.DoesNotContain(GoldChecks.Run(_lab.Connection, GoldModel.Default), r => !r.Passed);
    }

    [Fact]
    public void A_range_can_be_a_warning()
    {
        _lab.Run("INSERT INTO gold.stock_position VALUES ('2025-03-03', 'P1', 'BAABC001', -1, 0)");
        var failed = Assert.Single(GoldChecks.Run(_lab.Connection, GoldModel.Default), r => !r.Passed);
        Assert.Equal(("range:on_hand", CheckSeverity.Warn), (failed.Rule, failed.Severity));
    }

    [Fact]
    public void Rows_in_must_equal_rows_out()
    {
        _lab.Run("""
            INSERT INTO silver.source_count BY NAME SELECT 'purchase_sheet' AS source, 10 AS rows_in, 7 AS rows_kept, 2 AS rows_quarantined,
                1 AS rows_excluded, 12.5 AS quantity_in, 10.0 AS quantity_kept, 2.5 AS quantity_quarantined;
            INSERT INTO silver.source_count BY NAME SELECT 'ptax' AS source, 10 AS rows_in, 7 AS rows_kept, 0 AS rows_quarantined, 1 AS rows_excluded;
            """);
        var results = SourceBalance.Run(_lab.Connection);
        Assert.Equal(["ptax rows_in_equal_rows_out 2 10 in, 7 kept, 0 quarantined, 1 left out"], Failures(results));
        Assert.Equal(5, results.Count);
    }

    [Theory]
    [InlineData("12.5", "NULL")]
    [InlineData("NULL", "12.5")]
    public void A_source_of_which_all_rows_or_none_were_kept_is_in_balance(string kept, string quarantined)
    {
        _lab.Run($"""
            INSERT INTO silver.source_count BY NAME SELECT 'purchase_sheet' AS source, 1 AS rows_in, ({kept} IS NOT NULL)::INTEGER AS rows_kept,
                ({quarantined} IS NOT NULL)::INTEGER AS rows_quarantined, 0 AS rows_excluded, 12.5 AS quantity_in, {kept} AS quantity_kept,
                {quarantined} AS quantity_quarantined;
            """);
        Assert.Empty(Failures(SourceBalance.Run(_lab.Connection)));
    }

    [Fact]
    public void A_line_or_quantity_that_gold_lost_is_found()
    {
        _lab.Run("DELETE FROM gold.purchase_line WHERE part_code = 'P2'");
        Assert.Equal(
            ["demand_daily quantity_equals_purchase_lines 1 1.0000 in lines, 3.5000 in demand", "purchase_line gold_rows_equal_silver_rows 1 2 in silver, 1 in gold"],
            Failures(SourceBalance.Run(_lab.Connection)));
    }

    private static IEnumerable<string> Failures(IEnumerable<CheckResult> results) =>
        results.Where(r => !r.Passed).Select(r => $"{r.Table} {r.Rule} {r.Violations} {r.Detail}");

    public sealed class CleanGold : IDisposable
    {
        public CleanGold()
        {
            Lab.Line("2025-03-03", part: "P1", site: "BAABC001", days: 3, flags: "['REPEATED_LINE']");
            Lab.Line("2025-03-04", part: "P2", unit: "KG", quantity: 2.5m);
            Lab.BuildAll();
        }

        internal GoldLab Lab { get; } = new();

        public void Dispose() => Lab.Dispose();
    }
}
