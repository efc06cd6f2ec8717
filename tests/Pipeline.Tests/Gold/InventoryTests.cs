namespace NovaCorrente.Pipeline.Tests.Gold;

public sealed class InventoryTests : IDisposable
{
    private readonly GoldLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Without_stock_every_figure_is_null_with_a_reason()
    {
        Steady();
        _lab.Line("2025-01-01", "S1", unit: "SR");
        _lab.Build("inventory_position");
        Assert.Equal(
            ["P1 UN - - - 1 - - - - NO_STOCK_SOURCE"],
            _lab.Rows("SELECT * FROM gold.inventory_position"));
    }

    // d = 1 every day of January, σd = 0; cycles 8 and 12: L = 10, σL² = 8; deviation √8, safety stock 1.645 · √8 = 4.652763.
    [Theory]
    [InlineData(6.5, "CRITICAL", 6.5, 8.152763, 0.892045)]
    [InlineData(10, "HIGH", 10, 4.652763, 0.5)]
    [InlineData(13.999, "HIGH", 13.999, 0.653763, 0.078684)]
    [InlineData(14, "MEDIUM", 14, 0.652763, 0.07865)]
    [InlineData(30, "NONE", 30, 0, 0)]
    [InlineData(0, "CRITICAL", 0, 14.652763, 0.999796)]
    public void Coverage_alert_and_suggestion_follow_from_stock_and_policy(
        double onHand, string alert, double coverage, double suggested, double stockout)
    {
        Steady();
        Stock("2025-02-01", "BAABC001", onHand, null);
        _lab.Build("inventory_position");
        var row = Assert.Single(_lab.Rows("SELECT alert_level, coverage_days, suggested_quantity, reason FROM gold.inventory_position"));
        Assert.Equal(FormattableString.Invariant($"{alert} {coverage} {suggested} -"), row);
        var probability = double.Parse(
            Assert.Single(_lab.Rows("SELECT stockout_probability FROM gold.inventory_position")), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(stockout, probability, 0.0001);
    }

    [Fact]
    public void Each_site_counts_with_its_newest_stock()
    {
        Steady();
        Stock("2025-02-01", "BAABC001", 100, 7);
        Stock("2025-02-03", "BAABC001", 2, 3);
        Stock("2025-02-02", "BAABC002", 5, null);
        _lab.Build("inventory_position");
        Assert.Equal(["2025-02-03 7 3 4.652763"], _lab.Rows("SELECT counted_on, on_hand, on_order, suggested_quantity FROM gold.inventory_position"));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Steady();
        _lab.Line("2025-01-05", "ONCE");
        _lab.Line("2024-06-05", "OLD");
        _lab.Line("2025-01-05", "NOSTOCK", days: 1);
        foreach (var part in new[] { "ONCE", "OLD" })
        {
            _lab.Run($"INSERT INTO silver.stock BY NAME SELECT DATE '2025-02-01' AS date, '{part}' AS part_code, 'BAABC001' AS site_code, 3 AS on_hand");
        }

        _lab.Build("inventory_position");
        Assert.Equal(
            ["NOSTOCK - - - NO_STOCK_FOR_PART", "OLD 3 - - NO_DEMAND_IN_WINDOW", "ONCE 3 93 - NO_CYCLE_TIMES"],
            _lab.Rows("SELECT part_code, on_hand, coverage_days, suggested_quantity, reason FROM gold.inventory_position WHERE part_code <> 'P1' ORDER BY 1"));
    }

    private void Steady()
    {
        for (var day = 1; day <= 31; day++)
        {
            _lab.Line($"2025-01-{day:00}", days: day switch { 1 => 8, 2 => 12, _ => null });
        }
    }

    private void Stock(string date, string site, double onHand, double? onOrder) => _lab.Run(FormattableString.Invariant($"""
        INSERT INTO silver.stock BY NAME
        SELECT DATE '{date}' AS date, 'P1' AS part_code, '{site}' AS site_code, {onHand} AS on_hand, {(object?)onOrder ?? "NULL"} AS on_order
        """));
}
