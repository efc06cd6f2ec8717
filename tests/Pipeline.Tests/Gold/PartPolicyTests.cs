using System.Globalization;
using NovaCorrente.Pipeline.Transforms;

namespace NovaCorrente.Pipeline.Tests.Gold;

public sealed class PartPolicyTests : IDisposable
{
    private readonly GoldLab _lab = new();

    public void Dispose() => _lab.Dispose();

    // January to March 2025: 90 days, 3 months.
    // P1: 4 lines on 3 days: 2 + 4 on one day, 3, 9. Total 18, d = 0.2, Σq² = 36 + 9 + 81 = 126.
    // σd² = (126 − 18²/90) / 89 = 122.4 / 89; ADI = 30; CV² = 3 · 126 / 18² − 1 = 0.166667.
    // Months 6, 3, 9: mean 6, population σ² = 6, CV = √6 / 6.
    // Cycles 2, 4, 6 and 8 (the 8 outside the window): L = 5, σL² = 20 / 3.
    [Fact]
    public void Figures_of_a_part_are_those_computed_by_hand()
    {
        _lab.Line("2025-01-10", quantity: 2, days: 2);
        _lab.Line("2025-01-10", quantity: 4, days: 4);
        _lab.Line("2025-02-10", quantity: 3, days: 6);
        _lab.Line("2025-03-31", quantity: 9);
        Fill();
        _lab.Line("2024-12-15", quantity: 1000, days: 8);
        _lab.Build("part_policy");

        var variance = 122.4 / 89;
        var safetyStock = 1.645 * Math.Sqrt((5 * variance) + (0.04 * 20 / 3));
        Assert.Equal(
            [
                "UN 2025-01-01 2025-03-31 90 4 3 18 0.2",
                $"{Six(Math.Sqrt(variance))} 30 0.166667 INTERMITTENT",
                $"{Six(Math.Sqrt(6) / 6)} X",
                $"4 5 {Six(Math.Sqrt(20.0 / 3))} 1.645 {Six(safetyStock)} {Six(1 + safetyStock)} NORMAL -",
            ],
            [
                .. Policy("unit, window_start, window_end, window_days, lines, buying_days, total_quantity, daily_mean"),
                .. Policy("daily_stddev, adi, cv_squared, pattern"),
                .. Policy("monthly_cv, xyz_class"),
                .. Policy("cycle_count, cycle_mean, cycle_stddev, service_level_z, safety_stock, reorder_point, confidence, reason"),
            ]);
    }

    [Theory]
    [InlineData(new int[0], "0 - - - - LOW NO_CYCLE_TIMES")]
    [InlineData(new[] { 5 }, "1 5 - - - LOW TOO_FEW_CYCLE_TIMES")]
    public void Without_cycle_times_there_is_no_policy_but_a_reason(int[] days, string expected)
    {
        foreach (var (day, i) in new[] { "2025-01-10", "2025-02-10", "2025-03-10" }.Select((d, i) => (d, i)))
        {
            _lab.Line(day, days: i < days.Length ? days[i] : null);
        }

        Fill();
        _lab.Build("part_policy");
        Assert.Equal([expected], Policy("cycle_count, cycle_mean, cycle_stddev, safety_stock, reorder_point, confidence, reason"));
    }

    [Fact]
    public void Two_buying_days_give_a_policy_of_low_confidence()
    {
        _lab.Line("2025-01-10", days: 3);
        _lab.Line("2025-02-10", days: 3);
        Fill();
        _lab.Build("part_policy");
        Assert.Equal(["2 0 LOW - true"], Policy("cycle_count, cycle_stddev, confidence, reason, lower((safety_stock > 0)::VARCHAR)"));
    }

    [Theory]
    [InlineData(1, 1, "SMOOTH")]
    [InlineData(1, 100, "ERRATIC")]
    [InlineData(2, 1, "INTERMITTENT")]
    [InlineData(2, 100, "LUMPY")]
    public void Pattern_tells_how_often_and_how_evenly(int everyDays, int peak, string pattern)
    {
        for (var day = new DateOnly(2025, 1, 1); day <= new DateOnly(2025, 3, 31); day = day.AddDays(everyDays))
        {
            _lab.Line(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), quantity: day.Day == 1 ? peak : 1);
        }

        Fill();
        _lab.Build("part_policy");
        Assert.Equal([pattern], Policy("pattern"));
    }

    // Lines 8, 8, 3, 1 of 20: shares before 0, .4, .8, .95. The limits belong to the class above.
    [Fact]
    public void Abc_goes_by_lines_then_code_and_the_share_before_the_part()
    {
        foreach (var (part, lines) in new[] { ("B", 8), ("A", 8), ("C", 3), ("D", 1) })
        {
            for (var i = 0; i < lines; i++)
            {
                _lab.Line($"2025-0{1 + (i % 3)}-0{1 + (i / 3)}", part);
            }
        }

        _lab.Build("part_policy");
        Assert.Equal(
            ["A A 0", "B A 0.4", "C B 0.8", "D C 0.95"],
            _lab.Rows("SELECT part_code, abc_class, abc_share_before FROM gold.part_policy ORDER BY part_code"));
    }

    [Fact]
    public void Services_and_parts_outside_the_window_have_no_policy()
    {
        Fill();
        _lab.Line("2025-02-10", "S1", unit: "SR");
        _lab.Line("2024-12-10", "OLD");
        _lab.Build("part_policy");
        Assert.Equal(["FILL"], _lab.Rows("SELECT part_code FROM gold.part_policy"));
    }

    [Fact]
    public void Quantities_of_another_unit_are_never_added()
    {
        _lab.Line("2025-01-10", quantity: 5, unit: "UN");
        _lab.Line("2025-01-10", quantity: 7, unit: "UN");
        _lab.Line("2025-01-10", quantity: 1000, unit: "CX");
        Fill();
        _lab.Build("part_policy");
        Assert.Equal(["UN 12 3"], Policy("unit, total_quantity, lines"));
    }

    [Fact]
    public void Figures_do_not_depend_on_the_order_of_lines_or_on_threads()
    {
        var figures = new[] { (Threads: 1, Seed: 1), (Threads: 4, Seed: 2) }.Select(run =>
        {
            using var lab = new GoldLab();
            lab.Run($"SET threads = {run.Threads}");
            lab.Run($"""
                INSERT INTO silver.purchase_line BY NAME
                SELECT i::VARCHAR AS line_id, i::VARCHAR AS request_number, 'P' || (i % 7) AS part_code, 'NAME' AS part_name, 'F1' AS family_name,
                    'ACME' AS supplier_key, 'COMPANY' AS supplier_kind, 'UNKNOWN' AS site_code, 'AS_DELIVERED' AS site_trust,
                    (i % 1009) * 0.1001 + 0.0001 AS quantity, 'UN' AS unit, DATE '2025-01-01' + (i % 90)::INTEGER AS requested_on,
                    (i % 31)::INTEGER AS request_to_order_days, false AS is_service, false AS is_retroactive, 1 AS repeat_ordinal,
                    []::VARCHAR[] AS quality_flags, 'book.xlsx' AS source_file, i + 1 AS source_row, 'run-1' AS run_id
                FROM range(200000) AS lines(i) ORDER BY hash(i + {run.Seed});
                INSERT INTO silver.supplier VALUES ('ACME', 'Acme', 'COMPANY', 1);
                """);
            lab.Build("part_policy", "supplier_performance", "operations_monthly");
            return lab.Rows("SELECT to_json(p)::VARCHAR FROM gold.part_policy AS p ORDER BY part_code")
                .Concat(lab.Rows("SELECT to_json(p)::VARCHAR FROM gold.supplier_performance AS p"))
                .Concat(lab.Rows("SELECT to_json(p)::VARCHAR FROM gold.operations_monthly AS p ORDER BY month"))
                .ToList();
        }).ToList();
        Assert.Equal(11, figures[0].Count);
        Assert.Equal(figures[0], figures[1]);
    }

    [Fact]
    public void Limits_and_service_level_are_settings()
    {
        using var lab = new GoldLab(new TransformSettings { ServiceLevelZ = 2m, AbcALimit = 0m, AbcBLimit = 1m });
        lab.Line("2025-01-10", days: 1);
        lab.Line("2025-01-11", days: 3);
        lab.Build("part_policy");
        Assert.Equal(["B 2"], lab.Rows("SELECT abc_class, service_level_z FROM gold.part_policy"));
    }

    private static string Six(double value) => Math.Round((decimal)value, 6).ToString("0.######", CultureInfo.InvariantCulture);

    private IReadOnlyList<string> Policy(string columns) => _lab.Rows($"SELECT {columns} FROM gold.part_policy WHERE part_code = 'P1'");

    // Steady purchases of another part from January to March, so that these three months are the stable window.
    private void Fill()
    {
        for (var day = new DateOnly(2025, 1, 1); day <= new DateOnly(2025, 3, 31); day = day.AddDays(4))
        {
            _lab.Line(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "FILL");
        }
    }
}
