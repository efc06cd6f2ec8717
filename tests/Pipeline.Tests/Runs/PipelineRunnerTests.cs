using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Tests.Toys;

namespace NovaCorrente.Pipeline.Tests.Runs;

public sealed class PipelineRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PipelineRunnerTests() => ToyPipeline.WriteItems(_folder.Path, "a,big,1", "b,small,2");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_two_starts_at_once_one_is_refused_with_the_id_of_the_other()
    {
        var gate = new Gate("gold.toy_item");
        await using var pipeline = ToyPipeline.Open(_folder.Path, gate);
        var started = await pipeline.Runner.StartAsync(new RunRequest(RunTrigger.Manual, "ana"), default);
        Assert.Equal((RunState.Queued, "ana"), (started.State, started.RequestedBy));
        await gate.Reached;

        var refused = await Assert.ThrowsAsync<RunInProgressException>(() => pipeline.RunAsync());
        Assert.Equal(started.Id, refused.RunId);
        gate.Open();
        Assert.Equal(RunState.Succeeded, await FinalStateAsync(pipeline, started.Id));
        Assert.Equal(RunState.Unchanged, (await pipeline.RunAsync()).State);
    }

    [Fact]
    public async Task A_start_while_the_run_before_cleans_up_waits_for_its_turn()
    {
        var gate = new Gate("clean");
        await using var pipeline = ToyPipeline.Open(_folder.Path, gate);
        var started = await pipeline.Runner.StartAsync(new RunRequest(RunTrigger.Manual), default);
        await gate.Reached;
        Assert.Equal(RunState.Succeeded, await FinalStateAsync(pipeline, started.Id));

        var next = pipeline.RunAsync();
        Assert.False(next.IsCompleted);
        gate.Open();
        Assert.Equal(RunState.Unchanged, (await next).State);
    }

    [Fact]
    public async Task A_run_ends_when_its_snapshot_is_served_here()
    {
        var (asked, served) = (new TaskCompletionSource(), new TaskCompletionSource());
        var consumer = new Consumer(_ =>
        {
            asked.TrySetResult();
            return served.Task;
        });
        await using var pipeline = ToyPipeline.Open(_folder.Path, consumer: consumer);
        var started = await pipeline.Runner.StartAsync(new RunRequest(RunTrigger.Manual), default);
        await asked.Task.WaitAsync(TimeSpan.FromMinutes(2));

        Assert.NotNull(await pipeline.Snapshots.GetCurrentAsync(default));
        Assert.Equal(RunState.Running, (await pipeline.Log.FindAsync(started.Id, default))!.State);
        served.SetResult();
        Assert.Equal(RunState.Succeeded, await FinalStateAsync(pipeline, started.Id));
    }

    [Fact]
    public async Task A_snapshot_that_cannot_be_served_here_is_published_all_the_same()
    {
        await using var pipeline = ToyPipeline.Open(_folder.Path, consumer: new Consumer(_ => throw new IOException("No space left on device")));

        var run = await pipeline.RunAsync();

        Assert.Equal((RunState.Succeeded, (string?)null), (run.State, run.Reason));
        Assert.Equal(run.SnapshotId, (await pipeline.Snapshots.GetCurrentAsync(default))!.Id);
    }

    [Fact]
    public async Task A_host_that_ends_does_not_wait_for_a_snapshot_to_be_served()
    {
        var asked = new TaskCompletionSource();
        await using var pipeline = ToyPipeline.Open(
            _folder.Path,
            configure: o => o.StopGrace = TimeSpan.Zero,
            consumer: new Consumer(async cancelled =>
            {
                asked.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancelled);
            }));
        var started = await pipeline.Runner.StartAsync(new RunRequest(RunTrigger.Manual), default);
        await asked.Task.WaitAsync(TimeSpan.FromMinutes(2));

        await pipeline.Runner.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(RunState.Succeeded, (await pipeline.Log.FindAsync(started.Id, default))!.State);
    }

    [Fact]
    public async Task Another_process_on_the_same_lake_is_excluded_too_and_does_not_close_the_run_of_the_first()
    {
        var gate = new Gate("write");
        await using var server = ToyPipeline.Open(_folder.Path, gate);
        await using var commandLine = ToyPipeline.Open(_folder.Path);
        var started = await server.Runner.StartAsync(new RunRequest(RunTrigger.Schedule), default);
        await gate.Reached;

        await Assert.ThrowsAsync<RunInProgressException>(() => commandLine.RunAsync());
        await commandLine.Runner.RecoverAsync(default);
        Assert.Equal(RunState.Running, (await commandLine.Log.FindAsync(started.Id, default))!.State);
        gate.Open();
        Assert.Equal(RunState.Succeeded, await FinalStateAsync(server, started.Id));
    }

    [Fact]
    public async Task Sixteen_starts_at_once_give_one_run()
    {
        await using var pipeline = ToyPipeline.Open(_folder.Path);
        var starts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            try
            {
                return (await pipeline.RunAsync()).State;
            }
            catch (RunInProgressException)
            {
                return (RunState?)null;
            }
        })));
        Assert.Single(starts, s => s is RunState.Succeeded);
        Assert.Single(await pipeline.Snapshots.ListAsync(default));
    }

    [Fact]
    public async Task A_run_that_is_stopped_ends_its_step_and_names_the_next_which_it_does_not_begin()
    {
        var gate = new Gate("silver.item");
        await using var pipeline = ToyPipeline.Open(_folder.Path, gate, configure: o => o.StopGrace = TimeSpan.FromMinutes(10));
        using var stop = new CancellationTokenSource();
        var running = pipeline.RunAsync(cancellationToken: stop.Token);
        await gate.Reached;
        await stop.CancelAsync();
        gate.Open();

        var run = await running.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(("silver.item", StepState.Succeeded), (run.Steps[^1].Name, run.Steps[^1].State));
        Assert.Equal(RunState.Aborted, run.State);
        Assert.Equal("It was stopped on request before silver.quarantine, which did not begin; the snapshot that was current stays current.", run.Reason);
        Assert.NotNull(run.FinishedAt);
        Assert.Equivalent(run, await pipeline.Log.FindAsync(run.Id, default));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("work")));
        Assert.Equal(RunState.Succeeded, (await pipeline.RunAsync()).State);
    }

    [Fact]
    public async Task A_step_that_outlasts_the_grace_is_interrupted()
    {
        var gate = new Gate("silver.item");
        await using var pipeline = ToyPipeline.Open(_folder.Path, gate, configure: o => o.StopGrace = TimeSpan.FromMilliseconds(50));
        using var stop = new CancellationTokenSource();
        var running = pipeline.RunAsync(cancellationToken: stop.Token);
        await gate.Reached;
        await stop.CancelAsync();

        var run = await running.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(("silver.item", StepState.Failed), (run.Steps[^1].Name, run.Steps[^1].State));
        Assert.Equal((RunState.Aborted, Interrupted("silver.item")), (run.State, run.Reason));
        Assert.Equivalent(run, await pipeline.Log.FindAsync(run.Id, default));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("work")));
    }

    [Fact]
    public async Task A_run_that_is_stopped_while_it_publishes_has_succeeded()
    {
        var gate = new Gate("pointed");
        await using var pipeline = ToyPipeline.Open(_folder.Path, gate, configure: o => o.StopGrace = TimeSpan.Zero);
        using var stop = new CancellationTokenSource();
        var running = pipeline.RunAsync(cancellationToken: stop.Token);
        await gate.Reached;
        await stop.CancelAsync();
        gate.Open();

        var run = await running.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Equal(run.SnapshotId, (await pipeline.Snapshots.GetCurrentAsync(default))!.Id);
    }

    [Fact]
    public async Task A_host_that_ends_begins_no_run_and_interrupts_a_step_when_it_has_no_time_left()
    {
        var gate = new Gate("checks");
        await using var pipeline = ToyPipeline.Open(_folder.Path, gate, configure: o => o.StopGrace = TimeSpan.FromMinutes(10));
        var started = await pipeline.Runner.StartAsync(new RunRequest(RunTrigger.Schedule), default);
        await gate.Reached;
        await pipeline.Runner.BeginStopAsync();
        await Assert.ThrowsAsync<RunLockUnavailableException>(() => pipeline.RunAsync());
        Assert.Equal(RunState.Running, (await pipeline.Log.FindAsync(started.Id, default))!.State);

        await pipeline.Runner.StopAsync(new CancellationToken(canceled: true)).WaitAsync(TimeSpan.FromMinutes(2));
        var run = (await pipeline.Log.FindAsync(started.Id, default))!;
        Assert.Equal((RunState.Aborted, Interrupted("checks")), (run.State, run.Reason));
    }

    [Fact]
    public async Task A_statement_that_takes_long_is_interrupted()
    {
        await using var pipeline = ToyPipeline.Open(_folder.Path, configure: o => o.StopGrace = TimeSpan.FromMilliseconds(50), replace: new(StringComparer.Ordinal)
        {
            ["gold.toy_rate"] = "select date '2026-01-01' as day, count(*)::decimal(18, 6) as value from range(100000000000) as a, silver.rate",
            ["silver.rate"] = "select 1 as one",
        });
        using var stop = new CancellationTokenSource();
        var progress = new Until(r => r.Steps is [.., { Name: "gold.toy_rate" }]);
        var running = pipeline.RunAsync(progress: progress, cancellationToken: stop.Token);
        await progress.Reached;
        await stop.CancelAsync();
        var run = await running.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal((RunState.Aborted, Interrupted("gold.toy_rate")), (run.State, run.Reason));
    }

    [Fact]
    public async Task Closing_the_host_aborts_the_run_in_the_background()
    {
        var gate = new Gate("checks");
        var pipeline = ToyPipeline.Open(_folder.Path, gate);
        var started = await pipeline.Runner.StartAsync(new RunRequest(RunTrigger.Schedule), default);
        await gate.Reached;
        await pipeline.Runner.BeginStopAsync();
        gate.Open();
        await pipeline.DisposeAsync();

        await using var reopened = ToyPipeline.Open(_folder.Path);
        Assert.Equal(RunState.Aborted, (await reopened.Log.FindAsync(started.Id, default))!.State);
    }

    [Fact]
    public async Task A_run_overtaken_by_another_publisher_fails_and_leaves_the_other_current()
    {
        var gate = new Gate("publish");
        await using var slow = ToyPipeline.Open(_folder.Path, gate);
        await using var other = ToyPipeline.Open(_folder.Path);
        var running = slow.RunAsync();
        await gate.Reached;

        // As if the lock had been lost: the other one moves the pointer by itself.
        using var pointer = LakeJson.ToStream(new { id = "20260101T000000Z-00000000", lastNumber = 7, movedAt = DateTimeOffset.UnixEpoch });
        await other.Lake.PutAsync(LakeLayer.Gold, "current.json", pointer, default);
        gate.Open();
        var run = await running;

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("Another run has taken the place", run.Reason, StringComparison.Ordinal);
        Assert.Empty(await other.Snapshots.ListAsync(default));
    }

    [Theory]
    [InlineData("manifest", true)]
    [InlineData("manifest", false)]
    [InlineData("pointer", true)]
    [InlineData("pointer", false)]
    public async Task A_run_that_lost_its_lock_cannot_publish_what_the_next_one_has_removed(string point, bool isFirst)
    {
        var gate = new Gate(point);
        await using var slow = ToyPipeline.Open(_folder.Path, gate);
        await using var next = ToyPipeline.Open(_folder.Path, configure: o => o.WorkFolder = _folder.File("elsewhere"), runLock: new InProcessRunLock());
        var before = isFirst ? null : (await next.RunAsync()).SnapshotId;
        ToyPipeline.WriteItems(_folder.Path, "a,big,2");
        var running = slow.RunAsync();
        await gate.Reached;

        await next.Runner.RecoverAsync(default);
        gate.Open();
        var run = await running;

        Assert.Equal((RunState.Failed, "Another run has taken the place of this one, which was given up."), (run.State, run.Reason));
        Assert.Equal(before, (await next.Snapshots.GetCurrentAsync(default))?.Id);
        var after = await next.RunAsync();
        Assert.Equal(RunState.Succeeded, after.State);
        var current = (await next.Snapshots.GetCurrentAsync(default))!;
        Assert.Equal((after.SnapshotId, isFirst ? 1 : 2), (current.Id, current.Number));
        foreach (var table in current.Tables)
        {
            await next.Snapshots.DownloadAsync(table, _folder.File("table.parquet"), default);
        }
    }

    [Fact]
    public async Task A_full_lake_fails_the_run_with_its_reason_and_the_old_snapshot_stays()
    {
        using var disk = SmallDisk.Mount(kilobytes: 600);
        await using var pipeline = ToyPipeline.Open(_folder.Path, lakeFolder: disk.Path);
        var first = await pipeline.RunAsync();
        Assert.Equal(RunState.Succeeded, first.State);

        ToyPipeline.WriteItems(_folder.Path, [.. Enumerable.Range(0, 60_000).Select(i => $"{Guid.NewGuid()},big,{i}")]);
        var run = await pipeline.RunAsync();
        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("no room left", run.Reason, StringComparison.Ordinal);
        Assert.Equal(first.SnapshotId, (await pipeline.Snapshots.GetCurrentAsync(default))!.Id);
        Assert.Equal(RunState.Failed, (await pipeline.Log.FindAsync(run.Id, default))!.State);
    }

    [Fact]
    public async Task A_full_work_folder_fails_the_run_with_its_reason()
    {
        ToyPipeline.WriteItems(_folder.Path, [.. Enumerable.Range(0, 60_000).Select(i => $"{Guid.NewGuid()},big,{i}")]);
        using var disk = SmallDisk.Mount(kilobytes: 900);
        await using var pipeline = ToyPipeline.Open(_folder.Path, configure: o => o.WorkFolder = disk.Path);
        var run = await pipeline.RunAsync();
        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("No space left", run.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Null(await pipeline.Snapshots.GetCurrentAsync(default));
    }

    [Fact]
    public async Task A_read_only_lake_fails_the_run_with_its_reason_and_can_still_be_read()
    {
        using var disk = SmallDisk.Mount(kilobytes: 4000);
        await using var pipeline = ToyPipeline.Open(_folder.Path, lakeFolder: disk.Path);
        var first = await pipeline.RunAsync();
        disk.MakeReadOnly();
        ToyPipeline.WriteItems(_folder.Path, "a,big,2");

        var run = await pipeline.RunAsync();
        var started = await pipeline.Runner.StartAsync(new RunRequest(RunTrigger.Manual), default);
        Assert.Equal((RunState.Failed, RunState.Failed), (run.State, started.State));
        Assert.Contains("read-only", run.Reason, StringComparison.Ordinal);
        Assert.Equal(first.SnapshotId, (await pipeline.Snapshots.GetCurrentAsync(default))!.Id);
    }

    [Fact]
    public async Task Every_change_of_the_record_is_announced_in_order()
    {
        await using var pipeline = ToyPipeline.Open(_folder.Path);
        using var stop = new CancellationTokenSource();
        var changes = pipeline.Events.RunChanges(stop.Token);
        var published = pipeline.Events.SnapshotsPublished(stop.Token);
        var reported = new List<RunRecord>();
        var run = await pipeline.RunAsync(progress: new Until(r => { reported.Add(r); return false; }));

        var announced = new List<RunRecord>();
        await foreach (var change in changes)
        {
            announced.Add(change);
            if (change.FinishedAt is not null)
            {
                break;
            }
        }

        Assert.Equal(reported, announced);
        Assert.Equal([RunState.Queued, RunState.Running, RunState.Succeeded], announced.Select(r => r.State).Distinct());
        Assert.Equal(run, announced[^1]);
        Assert.True(announced.Zip(announced.Skip(1)).All(p => p.First.Steps.Count <= p.Second.Steps.Count));
        Assert.Contains(announced, r => r.Steps is [.., { Name: "gold.toy_item", State: StepState.Running }]);
        await foreach (var snapshot in published)
        {
            Assert.Equal(run.SnapshotId, snapshot.Id);
            break;
        }
    }

    private static string Interrupted(string step) =>
        $"It was stopped on request during {step}, which did not end in the time it had left; the snapshot that was current stays current.";

    private static async Task<RunState> FinalStateAsync(ToyPipeline pipeline, string runId)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var changes = pipeline.Events.RunChanges(patience.Token);
        if (await pipeline.Log.FindAsync(runId, default) is { FinishedAt: not null } ended)
        {
            return ended.State;
        }

        await foreach (var run in changes)
        {
            if (run.Id == runId && run.FinishedAt is not null)
            {
                return run.State;
            }
        }

        throw new TimeoutException();
    }

    /// <summary>Completes when a record is reported that fulfils a condition.</summary>
    private sealed class Until(Func<RunRecord, bool> condition) : IProgress<RunRecord>
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task.WaitAsync(TimeSpan.FromMinutes(2));

        public void Report(RunRecord value)
        {
            if (condition(value))
            {
                _reached.TrySetResult();
            }
        }
    }
}
