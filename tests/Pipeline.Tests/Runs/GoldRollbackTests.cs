using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Pipeline.Tests.Toys;

namespace NovaCorrente.Pipeline.Tests.Runs;

/// <summary>Rolling gold back, over the whole engine on a real folder.</summary>
public sealed class GoldRollbackTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SettableTime _time = new(new DateTimeOffset(2026, 3, 1, 5, 0, 0, TimeSpan.Zero));
    private ToyPipeline _pipeline = null!;
    private RunRecord _first = null!;
    private RunRecord _second = null!;

    public async Task InitializeAsync()
    {
        _pipeline = ToyPipeline.Open(_folder.Path, time: _time);
        ToyPipeline.WriteRates(_folder.Path, "2026-01-01,0.1");
        _first = await RunAsync("a,big,1", "b,small,2");
        _second = await RunAsync("a,big,1000000", "c,small,2");
    }

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_earlier_snapshot_is_current_again_and_the_record_says_who_did_it()
    {
        var rollback = await RollBackAsync(_first);

        Assert.Equal(_first.SnapshotId, await CurrentAsync());
        var record = (await _pipeline.Log.ListAsync(default))[0];
        Assert.Equal(
            (RunTrigger.Rollback, "ana", RunState.Succeeded, _first.SnapshotId, _second.SnapshotId),
            (record.Trigger, record.RequestedBy, record.State, record.SnapshotId, record.RolledBackId));
        Assert.Equal((rollback.Id, $"Rolled back from snapshot {_second.SnapshotId} to {_first.SnapshotId}."), (record.Id, record.Reason));
        Assert.Equal(["verify", "compare", "publish"], record.Steps.Select(s => s.Name));
        Assert.Equal(2, (await _pipeline.Snapshots.ListAsync(default)).Count);
    }

    [Fact]
    public async Task The_announcement_tells_how_gold_differs_from_what_was_current()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await using var announced = _pipeline.Events.SnapshotsPublished(stop.Token).GetAsyncEnumerator();
        await RollBackAsync(_first);

        Assert.True(await announced.MoveNextAsync());
        Assert.Equal((_first.SnapshotId, _second.SnapshotId), (announced.Current.Id, announced.Current.PreviousId));
        Assert.Equal(
            [("toy_item", new TableChange(2, 1, 1, 1)), ("toy_rate", new TableChange(1, 0, 0, 0)), ("toy_total", new TableChange(2, 0, 0, 0))],
            announced.Current.Tables.Select(table => (table.Name, table.Change)));
    }

    [Fact]
    public async Task The_next_runs_with_the_same_inputs_leave_it_even_on_other_days()
    {
        await RollBackAsync(_first);
        _time.Now = _time.Now.AddMinutes(1);
        var same = await _pipeline.RunAsync();
        _time.Now = _time.Now.AddDays(3);
        var later = await _pipeline.RunAsync();

        Assert.Equal((RunState.Unchanged, null), (same.State, same.SnapshotId));
        Assert.Contains($"ana rolled gold back from snapshot {_second.SnapshotId} to {_first.SnapshotId}", same.Reason, StringComparison.Ordinal);
        Assert.Equal((RunState.Unchanged, null), (later.State, later.SnapshotId));
        Assert.Equal(_first.SnapshotId, await CurrentAsync());
    }

    [Fact]
    public async Task A_run_with_other_inputs_publishes_again()
    {
        await RollBackAsync(_first);
        var repaired = await RunAsync("a,big,10", "c,small,2");

        Assert.Equal(RunState.Succeeded, repaired.State);
        var current = (await _pipeline.Snapshots.GetCurrentAsync(default))!;
        Assert.Equal((repaired.SnapshotId, 3, _first.SnapshotId), (current.Id, current.Number, current.PreviousId));
        Assert.Equal(new TableChange(2, 1, 1, 1), current.Tables[0].Change);
        Assert.Equal(RunState.Unchanged, (await _pipeline.RunAsync()).State);
    }

    [Fact]
    public async Task A_forced_run_publishes_what_was_rolled_back()
    {
        await RollBackAsync(_first);
        var forced = await _pipeline.RunAsync(force: true);

        Assert.Equal(RunState.Succeeded, forced.State);
        Assert.Equal(await ChecksumAsync(_second.SnapshotId!), await ChecksumAsync(forced.SnapshotId!));
    }

    [Fact]
    public async Task Going_back_twice_still_holds_what_came_last()
    {
        var third = await RunAsync("a,big,3000000", "c,small,2");
        await RollBackAsync(_second);
        await RollBackAsync(_first);
        Assert.Equal(RunState.Unchanged, (await _pipeline.RunAsync()).State);

        // The second was not so bad after all; the third still is.
        await RollBackAsync(_second);
        Assert.Equal(RunState.Unchanged, (await _pipeline.RunAsync()).State);
        Assert.Equal(_second.SnapshotId, await CurrentAsync());
        Assert.Equal(third.SnapshotId, (await _pipeline.Log.ListAsync(default)).Last(r => r.Trigger is RunTrigger.Rollback).RolledBackId);
    }

    [Fact]
    public async Task Forward_to_the_newest_again_lets_runs_go_on()
    {
        await RollBackAsync(_first);
        await RollBackAsync(_second);
        _time.Now = _time.Now.AddMinutes(1);
        var run = await _pipeline.RunAsync();

        Assert.Equal((RunState.Unchanged, "Nothing has changed since the current snapshot, so nothing was published."), (run.State, run.Reason));
        Assert.Equal(_second.SnapshotId, await CurrentAsync());
    }

    [Fact]
    public async Task What_cannot_be_done_is_named_and_changes_nothing()
    {
        await Assert.ThrowsAsync<SnapshotNotFoundException>(() => _pipeline.Rollback.RollBackAsync("20260101T000000Z-00000000", null, default));
        await Assert.ThrowsAsync<SnapshotNotFoundException>(() => _pipeline.Rollback.RollBackAsync("../current", null, default));
        await Assert.ThrowsAsync<SnapshotAlreadyCurrentException>(() => RollBackAsync(_second));

        Assert.Equal(_second.SnapshotId, await CurrentAsync());
        Assert.Equal(2, (await _pipeline.Log.ListAsync(default)).Count);
    }

    [Fact]
    public async Task A_damaged_snapshot_is_not_made_current()
    {
        var table = (await _pipeline.Snapshots.GetAsync(_first.SnapshotId!, default))!.Tables[0];
        await File.WriteAllTextAsync(_folder.File("lake", "gold", table.Key), "damaged");

        var refusal = await Assert.ThrowsAsync<LakeException>(() => RollBackAsync(_first));

        Assert.Equal(LakeFault.Corrupt, refusal.Fault);
        Assert.Equal(_second.SnapshotId, await CurrentAsync());
        var record = (await _pipeline.Log.ListAsync(default))[0];
        Assert.Equal((RunState.Failed, null), (record.State, record.SnapshotId));
        Assert.Equal(RunState.Unchanged, (await _pipeline.RunAsync()).State);
    }

    [Fact]
    public async Task Damage_of_the_snapshot_that_goes_is_no_obstacle()
    {
        var table = (await _pipeline.Snapshots.GetAsync(_second.SnapshotId!, default))!.Tables[0];
        await File.WriteAllTextAsync(_folder.File("lake", "gold", table.Key), "damaged");
        await RollBackAsync(_first);
        Assert.Equal(_first.SnapshotId, await CurrentAsync());
    }

    [Fact]
    public async Task A_run_in_progress_comes_first()
    {
        var gate = new Gate("gold.toy_item");
        await using var other = ToyPipeline.Open(_folder.Path, gate, _time);
        ToyPipeline.WriteItems(_folder.Path, "a,big,5");
        var running = other.RunAsync();
        await gate.Reached;
        var refusal = await Assert.ThrowsAsync<RunInProgressException>(() => RollBackAsync(_first));
        gate.Open();

        Assert.Equal((await running).Id, refusal.RunId);
        Assert.Equal(RunState.Succeeded, (await running).State);
    }

    [Theory]
    [InlineData("verify", false)]
    [InlineData("pointer", false)]
    [InlineData("pointed", true)]
    public async Task Cut_off_it_is_done_or_not_and_the_record_says_which(string point, bool isDone)
    {
        _time.Now = _time.Now.AddMinutes(1);
        await using (var dying = ToyPipeline.Open(_folder.Path, new Failing(point), _time))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => dying.Rollback.RollBackAsync(_first.SnapshotId!, "ana", default));
        }

        await _pipeline.Runner.RecoverAsync(default);
        var record = (await _pipeline.Log.ListAsync(default))[0];
        Assert.Equal(isDone ? _first.SnapshotId : _second.SnapshotId, await CurrentAsync());
        Assert.Equal(isDone ? _first.SnapshotId : null, record.SnapshotId);
        Assert.NotNull(record.FinishedAt);
    }

    private async Task<RunRecord> RunAsync(params string[] items)
    {
        ToyPipeline.WriteItems(_folder.Path, items);
        _time.Now = _time.Now.AddMinutes(1);
        return await _pipeline.RunAsync();
    }

    private Task<RunRecord> RollBackAsync(RunRecord to)
    {
        _time.Now = _time.Now.AddMinutes(1);
        return _pipeline.Rollback.RollBackAsync(to.SnapshotId!, "ana", default);
    }

    private async Task<string?> CurrentAsync() => (await _pipeline.Snapshots.GetCurrentAsync(default))?.Id;

    private async Task<string> ChecksumAsync(string id) => (await _pipeline.Snapshots.GetAsync(id, default))!.Checksum;

    private sealed class Failing(string at) : IRunProbe
    {
        public ValueTask ReachedAsync(string point, CancellationToken cancellationToken) =>
            point == at ? throw new InvalidOperationException($"Cut off at {at}.") : ValueTask.CompletedTask;
    }
}
