using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Sql;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Operations.Tables;
using GoldTable = NovaCorrente.Schema.Gold.Model.GoldTable;
using QuarantineCount = NovaCorrente.Schema.Operations.Tables.QuarantineCount;

namespace NovaCorrente.Resolvers.Operations;

/// <summary>
/// Lets one connection see a run as a record tells it, whatever the tables say of that run: temporary views of the same names hide the
/// tables, and put the record's rows in the place of the run's own.
/// </summary>
internal static class RunOverlay
{
    /// <summary>The tables whose rows belong to a run, beside that of the runs themselves.</summary>
    public static IReadOnlyList<string> Parts { get; } = [nameof(PipelineStep), nameof(PipelineCheck), nameof(QuarantineCount)];

    /// <summary>All rows of runs, table by table.</summary>
    public static IEnumerable<(GoldTable Table, IEnumerable<object> Rows)> Rows(GoldModel model, IReadOnlyList<RunRecord> runs) =>
    [
        (model.Table(nameof(PipelineRun)), runs.Select(RunRows.Run)),
        (model.Table(nameof(PipelineStep)), runs.SelectMany(RunRows.Steps)),
        (model.Table(nameof(PipelineCheck)), runs.SelectMany(RunRows.Checks)),
        (model.Table(nameof(QuarantineCount)), runs.SelectMany(RunRows.Quarantine)),
    ];

    public static void Apply(QueryConnection connection, GoldModel model, RunRecord run)
    {
        var tables = new TableWriter(connection);
        var runs = Overlay(model.Table(nameof(PipelineRun)));
        foreach (var (table, rows) in Rows(model, [run]))
        {
            tables.Create(table, Overlay(table), temporary: true);
            tables.Insert(table, rows, Overlay(table));
            var own = Quote(table.Key[0].SqlName);
            connection.Run(
                $"CREATE TEMP VIEW {Quote(table.SqlName)} AS SELECT * FROM memory.main.{Quote(table.SqlName)} " +
                $"WHERE {own} NOT IN (SELECT \"id\" FROM {Quote(runs)}) UNION ALL SELECT * FROM {Quote(Overlay(table))}");
        }
    }

    private static string Overlay(GoldTable table) => "overlay_" + table.SqlName;

    private static string Quote(string name) => DuckDbDialect.Instance.Quote(name);
}
