using System.Diagnostics;
using NovaCorrente.Pipeline.Backup;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Pipeline.Tests.Runs;
using NovaCorrente.Pipeline.Tests.Toys;

namespace NovaCorrente.Pipeline.Tests.Backup;

/// <summary>Backups of a lake in a folder, and what they come back as.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly SettableTime _time = new(new DateTimeOffset(2026, 3, 1, 5, 0, 0, TimeSpan.Zero));
    private readonly BackupLab _lab;

    public BackupTests() => _lab = new BackupLab(_time);

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_restored_lake_holds_every_object_byte_for_byte_and_runs_on()
    {
        await _lab.PublishAsync("a,big,1", "b,small,2");
        Advance(hours: 1);
        var second = await _lab.PublishAsync("a,big,3", "b,small,2");
        var before = await BackupLab.ContentOfAsync(_lab.OpenLake());
        var report = await _lab.Open().BackUpAsync(progress: null, default);
        Directory.Delete(_lab.LakeFolder, recursive: true);
        Directory.Delete(_lab.Folder.File("work"), recursive: true);

        var restored = await _lab.Open().RestoreAsync(new RestoreRequest("latest"), progress: null, default);

        Assert.Equal(before, await BackupLab.ContentOfAsync(_lab.OpenLake()));
        Assert.Equal((second.SnapshotId, before.Count), (report.Manifest.SnapshotId, restored.Written));
        await using var pipeline = _lab.OpenPipeline();
        Assert.Equal((await pipeline.Snapshots.GetCurrentAsync(default))!.Checksum, restored.Checksum);
        Assert.Equal(2, (await pipeline.Snapshots.ListAsync(default)).Count);
        Assert.Equal(RunState.Unchanged, (await pipeline.RunAsync()).State);
    }

    [Fact]
    public async Task Only_new_content_travels()
    {
        await _lab.PublishAsync("a,big,1", "b,small,2");
        var first = await _lab.Open().BackUpAsync(progress: null, default);
        Advance(hours: 1);
        var idle = await _lab.Open().BackUpAsync(progress: null, default);
        Advance(hours: 1);
        await _lab.PublishAsync("a,big,1", "b,small,2", "c,small,3");
        var third = await _lab.Open().BackUpAsync(progress: null, default);

        Assert.Equal(first.Manifest.Entries.Select(e => e.Sha256).Distinct().Count(), first.NewObjects);
        Assert.Equal((0, 0), (idle.NewObjects, idle.NewBytes));
        var known = idle.Manifest.Entries.Select(e => e.Sha256).ToHashSet();
        Assert.Equal(third.Manifest.Entries.Select(e => e.Sha256).Distinct().Count(sha256 => !known.Contains(sha256)), third.NewObjects);
        Assert.True(third.NewObjects < third.Manifest.Entries.Count, $"{third}");
        Assert.Equal(3, (await _lab.Open().ListAsync(default)).Count);
    }

    [Fact]
    public async Task Each_moment_comes_back_as_it_was()
    {
        var one = await _lab.PublishAsync("a,big,1");
        await _lab.Open().BackUpAsync(progress: null, default);
        Advance(hours: 1);
        var two = await _lab.PublishAsync("a,big,2");
        await _lab.Open().BackUpAsync(progress: null, default);

        Assert.Equal(one.SnapshotId, await RestoreAsync("2026-03-01T05:59:00Z", "then"));
        Assert.Equal(two.SnapshotId, await RestoreAsync("2026-03-01T06:00:01Z", "now"));
        Assert.Equal(two.SnapshotId, await RestoreAsync((await _lab.Open().ListAsync(default))[0].Id, "by-id"));
        Assert.Equal(BackupFault.NotFound, (await Assert.ThrowsAsync<BackupException>(() => RestoreAsync("2026-03-01T04:00:00Z", "before"))).Fault);
        Assert.Equal(BackupFault.NotFound, (await Assert.ThrowsAsync<BackupException>(() => RestoreAsync("yesterday", "words"))).Fault);
        Assert.Equal(BackupFault.NotFound, (await Assert.ThrowsAsync<BackupException>(() => RestoreAsync("20260301T050000000Z-00000000", "id"))).Fault);
    }

    [Fact]
    public async Task A_lake_that_holds_something_is_replaced_only_when_told_so_and_then_exactly()
    {
        var one = await _lab.PublishAsync("a,big,1");
        var before = await BackupLab.ContentOfAsync(_lab.OpenLake());
        await _lab.Open().BackUpAsync(progress: null, default);
        Advance(hours: 1);
        await _lab.PublishAsync("a,big,2");

        var refusal = await Assert.ThrowsAsync<BackupException>(() => _lab.Open().RestoreAsync(new RestoreRequest("latest"), progress: null, default));
        Assert.Equal(BackupFault.NotEmpty, refusal.Fault);
        var report = await _lab.Open().RestoreAsync(new RestoreRequest("latest", Replace: true), progress: null, default);

        Assert.Equal(before, await BackupLab.ContentOfAsync(_lab.OpenLake()));
        Assert.True(report is { Removed: > 0, Kept: > 0 }, $"{report}");
        await using var pipeline = _lab.OpenPipeline();
        Assert.Equal(one.SnapshotId, (await pipeline.Snapshots.GetCurrentAsync(default))!.Id);
    }

    [Fact]
    public async Task A_restore_that_was_cut_off_goes_on_and_no_reader_meets_half_of_it()
    {
        await _lab.PublishAsync("a,big,1", "b,small,2");
        var before = await BackupLab.ContentOfAsync(_lab.OpenLake());
        await _lab.Open().BackUpAsync(progress: null, default);
        Directory.Delete(_lab.LakeFolder, recursive: true);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _lab.Open().RestoreAsync(
            new RestoreRequest("latest"), new After(before.Count / 2, stop.Cancel), stop.Token));
        Assert.Null(await new SnapshotStore(_lab.OpenLake()).GetCurrentAsync(default));
        var report = await _lab.Open().RestoreAsync(new RestoreRequest("latest"), progress: null, default);

        Assert.True(report.Kept >= before.Count / 2, $"{report}");
        Assert.Equal(before, await BackupLab.ContentOfAsync(_lab.OpenLake()));
    }

    [Fact]
    public async Task A_backup_that_was_cut_off_leaves_no_backup_and_the_next_one_does_not_send_again_what_had_travelled()
    {
        await _lab.PublishAsync("a,big,1", "b,small,2");
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _lab.Open().BackUpAsync(new After(5, stop.Cancel), stop.Token));
        Assert.Empty(await _lab.Open().ListAsync(default));
        var travelled = Directory.GetFiles(Path.Combine(_lab.TargetFolder, "backup", "objects"), "*", SearchOption.AllDirectories).Length;
        var report = await _lab.Open().BackUpAsync(progress: null, default);

        Assert.True(travelled >= 5, $"{travelled}");
        Assert.Equal(report.Manifest.Entries.Select(e => e.Sha256).Distinct().Count() - travelled, report.NewObjects);
        Assert.Empty((await _lab.Open().VerifyAsync(at: null, progress: null, default)).Problems);
    }

    [Fact]
    public async Task A_process_that_was_killed_in_the_middle_of_a_backup_locks_nobody_out_and_its_objects_need_not_travel_again()
    {
        using var lab = new BackupLab();
        await lab.PublishAsync("a,big,1", "b,small,2");
        using (var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(CrashHost).Assembly.Location, CrashHost.BackUp, lab.Folder.Path, "6"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!)
        {
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(3));
            process.Kill();
            await process.WaitForExitAsync();
            Assert.Equal(CrashHost.Reached, line);
        }

        Assert.True(File.Exists(Path.Combine(lab.TargetFolder, "backup", "lock.json")));
        Assert.Empty(await lab.Open().ListAsync(default));
        var report = await lab.Open().BackUpAsync(progress: null, default);
        var contents = report.Manifest.Entries.Select(e => e.Sha256).Distinct().Count();
        Assert.InRange(report.NewObjects, 1, contents - 6);
        Assert.Empty((await lab.Open().VerifyAsync(at: null, progress: null, default)).Problems);
    }

    [Fact]
    public async Task A_backup_taken_in_the_middle_of_a_run_is_that_of_the_snapshot_before()
    {
        var first = await _lab.PublishAsync("a,big,1");
        var gate = new Gate("pointer");
        Advance(hours: 1);
        ToyPipeline.WriteItems(_lab.Folder.Path, "a,big,2");
        await using var running = ToyPipeline.Open(_lab.Folder.Path, gate, _time);
        var run = running.RunAsync();
        await gate.Reached;
        await _lab.Open().BackUpAsync(progress: null, default);
        gate.Open();
        Assert.Equal(RunState.Succeeded, (await run).State);

        Assert.Equal(first.SnapshotId, await RestoreAsync("latest", "other"));
        await using var pipeline = ToyPipeline.Open(_lab.Folder.Path, time: _time, lakeFolder: _lab.Folder.File("other"));
        await pipeline.Runner.RecoverAsync(default);
        Assert.Equal([RunState.Aborted, RunState.Succeeded], (await pipeline.Log.ListAsync(default)).Select(r => r.State));
        Assert.Equal(RunState.Succeeded, (await pipeline.RunAsync()).State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_backup_taken_while_a_run_publishes_and_removes_snapshots_can_be_restored(bool isEarlierRemoved)
    {
        await PublishAsync(0, isEarlierRemoved);
        for (var i = 1; i <= 4; i++)
        {
            Advance(hours: 1);
            var before = await CurrentAsync(_lab.LakeFolder);
            var report = await _lab.Open().BackUpAsync(new During(at: i, () => PublishAsync(i, isEarlierRemoved), isOnce: true), default);

            // What is gone in the middle cannot be had whole any more; what stays is what the backup began with.
            Assert.Equal(isEarlierRemoved ? await CurrentAsync(_lab.LakeFolder) : before, report.Manifest.SnapshotId);
        }

        Assert.Empty((await _lab.Open().VerifyAsync(at: null, progress: null, default)).Problems);
        foreach (var backup in await _lab.Open().ListAsync(default))
        {
            Assert.Equal(backup.SnapshotId, await RestoreAsync(backup.Id, backup.Id));
            await using var pipeline = ToyPipeline.Open(_lab.Folder.Path, lakeFolder: _lab.Folder.File(backup.Id));
            foreach (var table in (await pipeline.Snapshots.ListAsync(default)).SelectMany(s => s.Tables))
            {
                await pipeline.Snapshots.DownloadAsync(table, _lab.Folder.File("copy"), default);
            }
        }
    }

    [Fact]
    public async Task A_lake_that_never_rests_is_given_up_for_now_and_the_next_backup_goes_well()
    {
        var revision = 0;
        await PublishAsync(revision, isEarlierRemoved: true);

        var refusal = await Assert.ThrowsAsync<BackupException>(() => _lab.Open().BackUpAsync(
            new During(at: 1, () => PublishAsync(++revision, isEarlierRemoved: true), isOnce: false), default));

        Assert.Equal(BackupFault.Restless, refusal.Fault);
        Assert.Empty(await _lab.Open().ListAsync(default));
        await _lab.Open().BackUpAsync(progress: null, default);
        Assert.Equal(await CurrentAsync(_lab.LakeFolder), await RestoreAsync("latest", "calm"));
    }

    [Fact]
    public async Task Nothing_that_is_stored_shows_content_or_names()
    {
        await _lab.PublishAsync("secretpart,big,1");
        await _lab.Open().BackUpAsync(progress: null, default);
        var files = Directory.GetFiles(_lab.TargetFolder, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith('.')).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            Assert.StartsWith("NOVABK1\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain("secretpart", text, StringComparison.Ordinal);
            Assert.DoesNotContain("toy_item", text + file, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Old_backups_go_and_take_along_only_what_nothing_else_needs()
    {
        _lab.Options.KeepAllFor = TimeSpan.FromHours(2);
        (_lab.Options.KeepDays, _lab.Options.KeepMonths) = (2, 1);
        await _lab.PublishAsync("a,big,1");
        await _lab.Open().BackUpAsync(progress: null, default);
        Advance(hours: 3);
        await _lab.PublishAsync("a,big,2");
        var second = await _lab.Open().BackUpAsync(progress: null, default);
        Advance(hours: 72);
        await _lab.PublishAsync("a,big,3");
        var third = await _lab.Open().BackUpAsync(progress: null, default);

        Assert.Single(second.Removed);
        Assert.Equal([second.Manifest.Id], third.Removed);
        Assert.Equal([third.Manifest.Id], (await _lab.Open().ListAsync(default)).Select(b => b.Id));
        Assert.Equal(
            third.Manifest.Entries.Select(e => e.Sha256).Distinct().Count(),
            Directory.GetFiles(Path.Combine(_lab.TargetFolder, "backup", "objects"), "*", SearchOption.AllDirectories).Length);
        Assert.Empty((await _lab.Open().VerifyAsync(at: null, progress: null, default)).Problems);
    }

    private async Task PublishAsync(int revision, bool isEarlierRemoved)
    {
        ToyPipeline.WriteItems(_lab.Folder.Path, $"a,big,{revision}");
        await using var pipeline = ToyPipeline.Open(
            _lab.Folder.Path, configure: o => (o.KeepSnapshots, o.KeepSnapshotsFor) = isEarlierRemoved ? (1, TimeSpan.Zero) : (o.KeepSnapshots, o.KeepSnapshotsFor));
        var run = await pipeline.RunAsync();
        Assert.True(run.State is RunState.Succeeded, run.Reason);
    }

    private async Task<string?> RestoreAsync(string at, string folder)
    {
        await _lab.Open().RestoreAsync(new RestoreRequest(at, _lab.Folder.File(folder)), progress: null, default);
        return await CurrentAsync(_lab.Folder.File(folder));
    }

    private static async Task<string?> CurrentAsync(string lakeFolder) => (await new SnapshotStore(new DirectoryLake(lakeFolder)).GetCurrentAsync(default))?.Id;

    private void Advance(int hours) => _time.Now = _time.Now.AddHours(hours);

    private sealed class After(int count, Action act) : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value)
        {
            if (value.Done == count)
            {
                act();
            }
        }
    }
    /// <summary>Does something in the middle of a backup, which waits for it; in each of its attempts or in the first.</summary>
    private sealed class During(int at, Func<Task> act, bool isOnce) : IProgress<BackupProgress>
    {
        private bool _isDone;

        public void Report(BackupProgress value)
        {
            if (value.Done == at && !_isDone)
            {
                _isDone = isOnce;
                act().GetAwaiter().GetResult();
            }
        }
    }
}
