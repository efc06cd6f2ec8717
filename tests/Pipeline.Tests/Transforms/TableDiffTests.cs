using CsCheck;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Pipeline.Tests.Toys;
using NovaCorrente.Pipeline.Transforms;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Tests.Transforms;

public sealed class TableDiffTests : IDisposable
{
    private static readonly GoldTable Rates = GoldModel.Of(typeof(ToyRate)).Tables[0];
    private readonly TemporaryFolder _folder = new();
    private readonly TransformDatabase _database;

    public TableDiffTests() => _database = TransformDatabase.Open(
        _folder.Path, new PipelineOptions { Threads = 1 }, "", new Dictionary<string, string>(StringComparer.Ordinal));

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Counts_agree_with_a_comparison_row_by_row()
    {
        var rows = Gen.Dictionary(Gen.Int[1, 25], Gen.Int[0, 2])[0, 15];
        Gen.Select(rows, rows).Sample((before, after) =>
        {
            var change = CompareAsync(Sql(before), Sql(after)).GetAwaiter().GetResult();
            var expected = new TableChange(
                before.Count,
                after.Keys.Except(before.Keys).Count(),
                after.Count(a => before.TryGetValue(a.Key, out var value) && value != a.Value),
                before.Keys.Except(after.Keys).Count());
            Assert.Equal(expected, change);
        }, iter: 30, threads: 1);
    }

    [Fact]
    public async Task A_value_that_becomes_null_is_a_change()
    {
        Assert.Equal(
            new TableChange(1, 0, 1, 0),
            await CompareAsync("select date '2026-01-01' as day, 1::decimal(18,6) as value", "select date '2026-01-01' as day, null::decimal(18,6) as value"));
    }

    [Fact]
    public async Task A_new_column_changes_the_rows_in_which_it_says_something()
    {
        Assert.Equal(
            new TableChange(2, 0, 1, 0),
            await CompareAsync(
                "select unnest([date '2026-01-01', date '2026-01-02']) as day",
                "select unnest([date '2026-01-01', date '2026-01-02']) as day, unnest([1, null])::decimal(18,6) as value"));
    }

    [Fact]
    public async Task With_another_key_all_rows_are_others()
    {
        Assert.Equal(
            new TableChange(1, 2, 0, 1),
            await CompareAsync("select 1 as id", "select unnest([date '2026-01-01', date '2026-01-02']) as day, 1::decimal(18,6) as value"));
    }

    private static string Sql(Dictionary<int, int> rows) => rows.Count == 0
        ? "select null::date as day, null::decimal(18,6) as value where false"
        : string.Join(" union all ", rows.Select(r => $"select date '2026-01-{r.Key:00}' as day, {(r.Value == 0 ? "null" : r.Value)}::decimal(18,6) as value"));

    private async Task<TableChange> CompareAsync(string before, string after)
    {
        var (old, fresh) = (_folder.File("before.parquet"), _folder.File("after.parquet"));
        await _database.CopyAsync(before, old, default);
        await _database.CopyAsync(after, fresh, default);
        return await TableDiff.CompareAsync(_database, Rates, old, fresh, default);
    }
}
