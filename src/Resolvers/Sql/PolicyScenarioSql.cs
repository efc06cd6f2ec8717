using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Tables;

namespace NovaCorrente.Resolvers.Sql;

/// <summary>Spells part policies under other settings: the mart's formulas over the mart's own moments.</summary>
internal sealed class PolicyScenarioSql(PolicyScenarioSource scenario, SqlBuilder sql)
{
    private static readonly GoldTable Table = GoldModel.Default.Table(nameof(PartPolicy));
    private static readonly GoldType Number = new(GoldScalar.Float, IsList: false, IsNullable: true);

    public string Rows()
    {
        var z = scenario.ServiceLevel is { } level ? sql.Parameter(new NormalQuantileSource(level), Number) : Column("serviceLevelZ");
        var leadTime = scenario.LeadTimeDays is { } days ? sql.Parameter(new LeadTimeSource(days), Number) : Column("cycleMean");
        var moments = $"SELECT *, CAST({z} AS DOUBLE) AS z, CAST({leadTime} AS DOUBLE) AS lead_time FROM {sql.Table(Table)}";
        var stocked = $"SELECT *, z * sqrt(lead_time * power({Column("dailyStddev")}, 2) + power({Column("dailyMean")}, 2) * power({Column("cycleStddev")}, 2)) AS stock FROM ({moments})";
        var ordered = $"SELECT *, {Column("dailyMean")} * lead_time + stock AS point FROM ({stocked})";
        return $"SELECT {string.Join(", ", Table.Columns.Select(c => $"{Value(c)} AS {sql.Dialect.Quote(c.SqlName)}"))}\nFROM ({ordered})";
    }

    private string Value(GoldColumn column) => column.PropertyName switch
    {
        nameof(PartPolicy.ServiceLevelZ) => Rounded("z", column),
        nameof(PartPolicy.SafetyStock) => Rounded("stock", column),
        nameof(PartPolicy.ReorderPoint) => Rounded("point", column),
        nameof(PartPolicy.Formula) => Formula(column),
        _ => sql.Dialect.Quote(column.SqlName),
    };

    private string Formula(GoldColumn column)
    {
        string Text(string value) => sql.Dialect.NumberText(Rounded(value, Table.Column("serviceLevelZ")));
        return $"CAST('safetyStock = z · √(L · σd² + d² · σL²) = ' || {Text("z")} || ' · √(' || {Text("lead_time")} || ' · ' || {Text(Column("dailyStddev"))} || '² + '"
            + $" || {Text(Column("dailyMean"))} || '² · ' || {Text(Column("cycleStddev"))} || '²) = ' || {Text("stock")}"
            + $" || '; reorderPoint = d · L + safetyStock = ' || {Text(Column("dailyMean"))} || ' · ' || {Text("lead_time")} || ' + ' || {Text("stock")} || ' = ' || {Text("point")} AS {column.Type.DuckDbName})";
    }

    private static string Rounded(string value, GoldColumn column) => $"CAST({value} AS {column.Type.DuckDbName})";

    private string Column(string fieldName) => sql.Dialect.Quote(Table.Column(fieldName).SqlName);
}
