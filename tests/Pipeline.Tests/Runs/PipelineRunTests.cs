using NovaCorrente.Clocks;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Pipeline.Tests.Toys;

namespace NovaCorrente.Pipeline.Tests.Runs;

public sealed class PipelineRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly NoonTime _time = new();

    public PipelineRunTests()
    {
        ToyPipeline.WriteItems(_folder.Path, "a,big,1.50", "b,small,2", "c,big,", "d,big,4");
        ToyPipeline.WriteRates(_folder.Path, "2026-01-01,0.1", "2026-01-02,0.2");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_first_run_publishes_everything_and_records_it()
    {
        await using var pipeline = ToyPipeline.Open(_folder.Path, time: _time);
        var run = await pipeline.RunAsync();

        Assert.Equal((RunState.Succeeded, null), (run.State, run.Reason));
        var current = (await pipeline.Snapshots.GetCurrentAsync(default))!;
        Assert.Equal((run.SnapshotId, run.Id, 1L), (current.Id, current.RunId, current.Number));
        Assert.Equal([("toy_item", 3L), ("toy_rate", 2L), ("toy_total", 2L)], current.Tables.Select(t => (t.Name, t.Rows)));
        Assert.All(current.Tables, t => Assert.Equal(new TableChange(0, t.Rows, 0, 0), t.Change));
        Assert.Equal(["gold.toy_item"], current.Tables.Single(t => t.Name == "toy_total").DependsOn);
        Assert.Equal(new QuarantineCount("items", "MISSING_PRICE", 1), Assert.Single(run.Quarantine));
        Assert.NotEmpty(run.Checks);
        Assert.All(run.Checks, c => Assert.True(c.Passed));
        Assert.Equal(
            ["bronze.items", "bronze.rates", "bronze.load", "silver.cleaned", "silver.item", "silver.quarantine", "silver.rate",
                "gold.toy_item", "gold.toy_rate", "gold.toy_total", "checks", "compare", "write", "verify", "publish"],
            run.Steps.Select(s => s.Name));
        Assert.All(run.Steps, s => Assert.True(s.State is StepState.Succeeded && s.FinishedAt >= s.StartedAt));
        Assert.Equal((4L, 3L), (Step(run, "silver.item").RowsIn!.Value, Step(run, "silver.item").RowsOut!.Value));
        Assert.Equivalent(run, await pipeline.Log.FindAsync(run.Id, default));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("work")));
    }

    [Fact]
    public async Task Rows_lie_in_layout_order_and_freshness_is_that_of_the_file()
    {
        var written = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_folder.File("landing", "items.csv"), written);
        await using var pipeline = ToyPipeline.Open(_folder.Path, time: _time);
        await pipeline.RunAsync();
        var items = (await pipeline.Snapshots.GetCurrentAsync(default))!.Tables[0];
        await pipeline.Snapshots.DownloadAsync(items, _folder.File("items.parquet"), default);

        Assert.Equal("a,d,b", DuckDb.Scalar<string>($"select string_agg(code, ',') from '{_folder.File("items.parquet")}'"));
        Assert.Equal(new DateTimeOffset(written), items.FreshAsOf);
    }

    [Fact]
    public async Task Nothing_changed_publishes_nothing_and_says_so()
    {
        await using var pipeline = ToyPipeline.Open(_folder.Path, time: _time);
        var first = await pipeline.RunAsync();
        var second = await pipeline.RunAsync();

        Assert.Equal(RunState.Unchanged, second.State);
        Assert.Null(second.SnapshotId);
        Assert.Contains("Nothing has changed", second.Reason, StringComparison.Ordinal);
        Assert.Equal(first.SnapshotId, (await pipeline.Snapshots.GetCurrentAsync(default))!.Id);
        Assert.Single(await pipeline.Snapshots.ListAsync(default));
        Assert.All(second.Steps.Where(s => s.Stage is not RunStage.Bronze), s => Assert.Equal(StepState.Skipped, s.State));
        Assert.Equal(first.Quarantine, second.Quarantine);
    }

    [Fact]
    public async Task A_changed_source_rebuilds_only_what_depends_on_it()
    {
        await using var pipeline = ToyPipeline.Open(_folder.Path, time: _time);
        await pipeline.RunAsync();
        ToyPipeline.WriteRates(_folder.Path, "2026-01-01,0.1", "2026-01-02,0.25", "2026-01-03,0.3");
        var run = await pipeline.RunAsync();

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Equal(["silver.rate", "gold.toy_rate"], Built(run));
        var current = (await pipeline.Snapshots.GetCurrentAsync(default))!;
        Assert.Equal(
            [("toy_item", new TableChange(3, 0, 0, 0)), ("toy_rate", new TableChange(2, 1, 1, 0)), ("toy_total", new TableChange(2, 0, 0, 0))],
            current.Tables.Select(t => (t.Name, t.Change)));
    }

    [Fact]
    public async Task A_rebuild_to_the_same_rows_goes_no_further()
    {
        await using var pipeline = ToyPipeline.Open(_folder.Path, time: _time);
        await pipeline.RunAsync();
        ToyPipeline.WriteItems(_folder.Path, "d,BIG,4.0", "c,big,", "b,Small,2.00", "a,big,1.5");
        var run = await pipeline.RunAsync();

        Assert.Equal(RunState.Unchanged, run.State);
        Assert.Equal(["silver.cleaned", "silver.item", "silver.quarantine"], Built(run));
        Assert.Contains("same rows", Step(run, "silver.item").Note, StringComparison.Ordinal);
        Assert.Equal([], Built(await pipeline.RunAsync()));
    }

    [Fact]
    public async Task A_new_day_rebuilds_only_what_reads_the_day_and_publishes_nothing_when_it_says_the_same()
    {
        var time = new SettableTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var pipeline = ToyPipeline.Open(_folder.Path, time: time);
        await pipeline.RunAsync();
        time.Now += TimeSpan.FromDays(1);
        var run = await pipeline.RunAsync();

        Assert.Equal(RunState.Unchanged, run.State);
        Assert.Equal(["silver.rate"], Built(run));
    }

    [Fact]
    public async Task A_changed_statement_or_macro_rebuilds_its_users()
    {
        await using (var pipeline = ToyPipeline.Open(_folder.Path, time: _time))
        {
            await pipeline.RunAsync();
        }

        await using var changed = ToyPipeline.Open(_folder.Path, time: _time, replace: new(StringComparer.Ordinal)
        {
            ["gold.toy_total"] = "select kind, count(*) + 10 as items from gold.toy_item group by kind",
        });
        var run = await changed.RunAsync();
        Assert.Equal(["gold.toy_total"], Built(run));
        Assert.Equal(new TableChange(2, 0, 2, 0), (await changed.Snapshots.GetCurrentAsync(default))!.Tables[2].Change);
    }

    [Fact]
    public async Task A_forced_run_builds_and_publishes_everything_and_heals_a_damaged_snapshot()
    {
        await using var pipeline = ToyPipeline.Open(_folder.Path, time: _time);
        await pipeline.RunAsync();
        var damaged = (await pipeline.Snapshots.GetCurrentAsync(default))!.Tables[0];
        await File.WriteAllTextAsync(_folder.File("lake", "gold", damaged.Key), "damaged");
        var run = await pipeline.RunAsync(force: true);

        Assert.Equal((RunState.Succeeded, 7), (run.State, Built(run).Count));
        await pipeline.Snapshots.DownloadAsync((await pipeline.Snapshots.GetCurrentAsync(default))!.Tables[0], _folder.File("copy"), default);
    }

    [Fact]
    public async Task What_the_silver_layer_keeps_only_saves_work()
    {
        await using var pipeline = ToyPipeline.Open(_folder.Path, time: _time);
        await pipeline.RunAsync();
        foreach (var file in Directory.GetFiles(_folder.File("lake", "silver", "item")))
        {
            await File.WriteAllTextAsync(file, "damaged");
        }

        Directory.Delete(_folder.File("lake", "silver", "quarantine"), recursive: true);
        var run = await pipeline.RunAsync();
        Assert.Equal((RunState.Unchanged, 1L), (run.State, Assert.Single(run.Quarantine).Rows));
        await File.WriteAllTextAsync(_folder.File("lake", "silver", "build.json"), "damaged");
        Assert.Equal(RunState.Unchanged, (await pipeline.RunAsync()).State);
    }

    [Fact]
    public async Task A_failed_check_stops_the_publish()
    {
        await using (var pipeline = ToyPipeline.Open(_folder.Path, time: _time))
        {
            await pipeline.RunAsync();
        }

        ToyPipeline.WriteItems(_folder.Path, "a,big,1", "a,big,2", "b,huge,3");
        await using var broken = ToyPipeline.Open(_folder.Path, time: _time);
        var run = await broken.RunAsync();

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("toy_item unique_key: 1 rows", run.Reason, StringComparison.Ordinal);
        Assert.Contains(run.Checks, c => c is { Rule: "accepted_values:kind", Passed: false, Violations: 1 });
        Assert.Equal(1, (await broken.Snapshots.GetCurrentAsync(default))!.Number);
        Assert.Equal(StepState.Failed, run.Steps[^1].State);

        ToyPipeline.WriteItems(_folder.Path, "a,big,1");
        Assert.Equal(RunState.Succeeded, (await broken.RunAsync()).State);
    }

    [Theory]
    [InlineData("select day from silver.rate", "gold.toy_rate are not as declared: value is declared but not selected")]
    [InlineData("select day, value::varchar as value from silver.rate", "value is VARCHAR instead of DECIMAL(18,6)")]
    [InlineData("select day, value, 1 as one from silver.rate", "one is selected but not declared")]
    [InlineData("select day, nonsense from silver.rate", "gold.toy_rate could not be made")]
    [InlineData("select day, (value * 1e30)::decimal(38, 6) as value from silver.rate", "gold.toy_rate could not be made")]
    public async Task A_statement_that_fails_is_named(string sql, string sentence)
    {
        await using var pipeline = ToyPipeline.Open(_folder.Path, time: _time, replace: new(StringComparer.Ordinal) { ["gold.toy_rate"] = sql });
        var run = await pipeline.RunAsync();
        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains(sentence, run.Reason, StringComparison.Ordinal);
        Assert.Null(await pipeline.Snapshots.GetCurrentAsync(default));
    }

    [Fact]
    public async Task A_source_that_fails_keeps_its_last_good_data_and_degrades_the_run()
    {
        await using var pipeline = ToyPipeline.Open(_folder.Path, time: _time);
        await pipeline.RunAsync();
        ToyPipeline.Break(_folder.Path, "items");
        ToyPipeline.WriteRates(_folder.Path, "2026-01-05,0.5");
        var run = await pipeline.RunAsync();

        Assert.Equal(RunState.Degraded, run.State);
        Assert.Contains("items: The file is broken.", run.Reason, StringComparison.Ordinal);
        Assert.Equal([3L, 1L, 2L], (await pipeline.Snapshots.GetCurrentAsync(default))!.Tables.Select(t => t.Rows));
        var again = await pipeline.RunAsync();
        Assert.Equal((RunState.Degraded, null), (again.State, again.SnapshotId));
    }

    [Fact]
    public async Task A_required_source_without_any_data_fails_the_run()
    {
        ToyPipeline.Break(_folder.Path, "items");
        await using var pipeline = ToyPipeline.Open(_folder.Path, time: _time);
        var run = await pipeline.RunAsync();
        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("Source items can't be used", run.Reason, StringComparison.Ordinal);
        Assert.Null(await pipeline.Snapshots.GetCurrentAsync(default));
    }

    [Fact]
    public async Task An_absent_source_gives_empty_tables()
    {
        File.Delete(_folder.File("landing", "rates.csv"));
        await using var pipeline = ToyPipeline.Open(_folder.Path, time: _time);
        var run = await pipeline.RunAsync();
        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Equal((0L, null), (await pipeline.Snapshots.GetCurrentAsync(default))!.Tables.Where(t => t.Name == "toy_rate").Select(t => (t.Rows, t.FreshAsOf)).Single());
    }

    [Fact]
    public async Task Retention_and_silver_files_do_not_pile_up()
    {
        await using var pipeline = ToyPipeline.Open(_folder.Path, time: _time, configure: o => (o.KeepSnapshots, o.KeepSnapshotsFor) = (2, TimeSpan.Zero));
        for (var i = 0; i < 5; i++)
        {
            ToyPipeline.WriteRates(_folder.Path, $"2026-01-01,0.{i}");
            Assert.Equal(RunState.Succeeded, (await pipeline.RunAsync()).State);
        }

        Assert.Equal([5L, 4L], (await pipeline.Snapshots.ListAsync(default)).Select(s => s.Number));
        Assert.Single(Directory.GetFiles(_folder.File("lake", "silver", "rate")));
        Assert.False(Directory.Exists(_folder.File("lake", "silver", "cleaned")));
        Assert.Equal(RunState.Unchanged, (await pipeline.RunAsync()).State);
    }

    private static RunStep Step(RunRecord run, string name) => run.Steps.Single(s => s.Name == name);

    private static List<string> Built(RunRecord run) =>
        [.. run.Steps.Where(s => s.Stage is RunStage.Silver or RunStage.Gold && s.State is StepState.Succeeded).Select(s => s.Name)];
}
