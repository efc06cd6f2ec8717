using System.Globalization;
using DuckDB.NET.Data;

namespace NovaCorrente.Pipeline.Transforms;

/// <summary>
/// What the silver and gold SQL may be told. Each setting is a DuckDB variable, named in snake case and read with
/// <c>getvariable('service_level_z')</c>. Decimals stay decimals, so that limits compare exactly.
/// </summary>
public sealed class TransformSettings
{
    /// <summary>A month at either end of the log is left out of the stable window when it has fewer lines than this share of the median month.</summary>
    public decimal StableWindowShare { get; set; } = 0.5m;

    /// <summary>Service level as a factor of the standard deviation: 1.645 keeps 95 % of cycles without stockout.</summary>
    public decimal ServiceLevelZ { get; set; } = 1.645m;

    /// <summary>A part is of class A while the parts before it hold less than this share of the lines.</summary>
    public decimal AbcALimit { get; set; } = 0.80m;

    /// <summary>A part is of class B while the parts before it hold less than this share of the lines.</summary>
    public decimal AbcBLimit { get; set; } = 0.95m;

    /// <summary>A part is of class X below this coefficient of variation of its monthly quantity.</summary>
    public decimal XyzXLimit { get; set; } = 0.5m;

    /// <summary>A part is of class Y below this coefficient of variation of its monthly quantity.</summary>
    public decimal XyzYLimit { get; set; } = 1m;

    /// <summary>Average demand interval, in days, from which demand is intermittent or lumpy.</summary>
    public decimal AdiLimit { get; set; } = 1.32m;

    /// <summary>Squared coefficient of variation from which demand is erratic or lumpy.</summary>
    public decimal CvSquaredLimit { get; set; } = 0.49m;

    /// <summary>A policy with fewer buying days than this has low confidence.</summary>
    public int ConfidentBuyingDays { get; set; } = 3;

    /// <summary>Coverage, in days, below which the alert is critical.</summary>
    public int CriticalCoverageDays { get; set; } = 7;

    /// <summary>Coverage, in days, below which the alert is high.</summary>
    public int HighCoverageDays { get; set; } = 14;

    /// <summary>Coverage, in days, below which the alert is medium.</summary>
    public int MediumCoverageDays { get; set; } = 30;

    /// <summary>Rain of a day, in millimetres, from which it counts as heavy.</summary>
    public decimal HeavyRainMm { get; set; } = 50m;

    /// <summary>
    /// Text mixed into the keys that stand for persons, so that nobody can find a name by trying names. Set one of your own and keep it:
    /// another text gives other keys.
    /// </summary>
    public string PersonKeySalt { get; set; } = "nova-corrente";

    /// <summary>The settings by variable name, each as a DuckDB literal; part of what decides whether a run has anything to do.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Literals =>
    [
        Entry("stable_window_share", StableWindowShare),
        Entry("service_level_z", ServiceLevelZ),
        Entry("abc_a_limit", AbcALimit),
        Entry("abc_b_limit", AbcBLimit),
        Entry("xyz_x_limit", XyzXLimit),
        Entry("xyz_y_limit", XyzYLimit),
        Entry("adi_limit", AdiLimit),
        Entry("cv_squared_limit", CvSquaredLimit),
        Entry("confident_buying_days", ConfidentBuyingDays),
        Entry("critical_coverage_days", CriticalCoverageDays),
        Entry("high_coverage_days", HighCoverageDays),
        Entry("medium_coverage_days", MediumCoverageDays),
        Entry("heavy_rain_mm", HeavyRainMm),
        Entry("person_key_salt", PersonKeySalt),
    ];

    /// <summary>
    /// Sets every variable on a connection; DuckDB keeps variables by connection. To be called before the macros are made: they are bound to the variables' types.
    /// </summary>
    /// <param name="connection">The open connection that will run the transforms.</param>
    /// <param name="today">The day of the run in America/Bahia (variable <c>today</c>).</param>
    /// <param name="runId">Identity of the run (variable <c>run_id</c>).</param>
    public void Apply(DuckDBConnection connection, DateOnly today, string runId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = string.Join('\n', VariablesOf(today, runId).Select(s => $"SET VARIABLE {s.Key} = {s.Value};"));
        command.ExecuteNonQuery();
    }

    /// <summary>All variables of a run, each as a DuckDB literal: the settings, <c>today</c> and <c>run_id</c>.</summary>
    internal IReadOnlyDictionary<string, string> VariablesOf(DateOnly today, string runId) => Literals
        .Append(KeyValuePair.Create(RunVariables.Today, $"DATE '{today:yyyy-MM-dd}'"))
        .Append(Entry(RunVariables.RunId, runId))
        .ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);

    // The casts keep the type the same whatever the digits, so that comparisons in SQL never change their precision.
    private static KeyValuePair<string, string> Entry(string name, decimal value) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"{value}::DECIMAL(12,6)"));

    private static KeyValuePair<string, string> Entry(string name, int value) =>
        new(name, value.ToString(CultureInfo.InvariantCulture));

    private static KeyValuePair<string, string> Entry(string name, string value) =>
        new(name, $"'{value.Replace("'", "''", StringComparison.Ordinal)}'");
}
