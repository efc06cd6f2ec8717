using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Tests.Gold;

/// <summary>What holds for every gold table, whatever it is about.</summary>
public sealed class GoldSqlTests
{
    public static TheoryData<string> TableNames => [.. GoldModel.Default.SnapshotTables.Select(t => t.SqlName)];

    [Theory]
    [MemberData(nameof(TableNames))]
    public void Sql_gives_the_declared_columns_in_order(string name)
    {
        using var lab = new GoldLab();
        var table = GoldModel.Default.FindSql(name)!;
        var columns = lab.Build(name).Rows($"SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = 'gold' AND table_name = '{name}' ORDER BY column_index");
        Assert.Equal(table.Columns.Select(c => $"{c.SqlName} {c.Type.DuckDbName}"), columns);
    }

    [Fact]
    public void Without_sources_only_the_calendar_has_rows()
    {
        using var lab = new GoldLab();
        lab.BuildAll();
        Assert.Equal(["365"], lab.Rows("SELECT count(*) FROM gold.calendar_day"));
        var others = GoldModel.Default.SnapshotTables.Select(t => t.SqlName).Where(t => t != "calendar_day");
        Assert.All(others, t => Assert.Equal(["0"], lab.Rows($"SELECT count(*) FROM gold.{t}")));
    }
}
