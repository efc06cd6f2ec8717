using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Pipeline.Tests.Toys;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Tests.Snapshots;

public sealed class SnapshotTests : IAsyncLifetime
{
    private const string ItemSql =
        "select 'a' code, 'BIG' kind, 1.50::decimal(18,2) price, 1::int count, 2::bigint total, 0.5::double weight, true is_sold, "
        + "date '2026-01-02' \"day\", timestamp '2026-01-02 03:04:05' seen_at, ['x', 'y'] tags";

    private static readonly GoldModel Model = GoldModel.Of(typeof(ToyItem), typeof(ToyTotal));
    private readonly TemporaryFolder _folder = new();
    private readonly DirectoryLake _lake;
    private readonly SnapshotStore _store;
    private readonly SnapshotPublisher _publisher;
    private readonly PointerFile _pointer;
    private int _files;

    public SnapshotTests()
    {
        _lake = new DirectoryLake(_folder.File("lake"));
        _store = new SnapshotStore(_lake);
        _publisher = new SnapshotPublisher(_lake, TimeProvider.System, new NoProbe());
        _pointer = new PointerFile(_lake);
    }

    public Task InitializeAsync() => _lake.PrepareAsync(default);

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Before_the_first_publish_there_is_nothing()
    {
        Assert.Null(await _store.GetCurrentAsync(default));
        Assert.Empty(await _store.ListAsync(default));
    }

    [Fact]
    public async Task A_published_snapshot_is_current_and_reads_back()
    {
        var published = await PublishAsync("run1", ItemSql);
        var current = (await _store.GetCurrentAsync(default))!;

        Assert.Equal((published.Id, 1L, "run1", null), (current.Id, current.Number, current.RunId, current.PreviousId));
        Assert.Equal(["toy_item", "toy_total"], current.Tables.Select(t => t.Name));
        Assert.Equal($"snapshots/{current.Id}/toy_item.parquet", current.Tables[0].Key);
        var path = _folder.File("copy.parquet");
        await _store.DownloadAsync(current.Tables[0], path, default);
        Assert.Equal(1, DuckDb.Scalar<long>($"select count(*) from '{path}' where code = 'a' and price = 1.5"));
        Assert.Equal(current.Id, (await _store.GetAsync(current.Id, default))!.Id);
    }

    [Fact]
    public async Task Snapshots_are_numbered_and_a_table_that_has_not_changed_is_taken_over()
    {
        var first = await PublishAsync("run1", ItemSql);
        var second = await PublishAsync("run2", path: null, from: first);

        Assert.Equal((2L, first.Id), (second.Number, second.PreviousId));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(first.Checksum, second.Checksum);
        Assert.NotEqual(first.Tables[0].Key, second.Tables[0].Key);
        Assert.Equal([second.Id, first.Id], (await _store.ListAsync(default)).Select(s => s.Id));
    }

    [Theory]
    [InlineData("select 'a' code, 'BIG' kind", "price DECIMAL(18,2) is declared but not stored")]
    [InlineData("select * replace (1.5::double as price) from (" + ItemSql + ")", "price DOUBLE is stored but not declared")]
    [InlineData("select *, 1 as extra from (" + ItemSql + ")", "extra INTEGER is stored but not declared")]
    [InlineData("select * replace ([1::bigint] as tags) from (" + ItemSql + ")", "tags BIGINT[] is stored but not declared")]
    [InlineData("select * replace (seen_at::timestamptz as seen_at) from (" + ItemSql + ")", "seen_at TIMESTAMP WITH TIME ZONE is stored")]
    [InlineData("select * replace ('2026-01-02' as \"day\") from (" + ItemSql + ")", "day VARCHAR is stored but not declared")]
    [InlineData("select kind, * exclude kind from (" + ItemSql + ")", "the order of the columns differs")]
    public async Task A_file_that_is_not_as_declared_is_not_published(string sql, string sentence)
    {
        var fault = await Assert.ThrowsAsync<LakeException>(() => PublishAsync("run1", sql));
        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
        Assert.Null(await _store.GetCurrentAsync(default));
    }

    [Fact]
    public async Task A_run_that_was_overtaken_cannot_publish_and_leaves_nothing()
    {
        var fence = await _pointer.ReadAsync(default);
        var slow = await _publisher.WriteAsync(await DraftAsync("slow", ItemSql), null, fence, default);
        var fast = await PublishAsync("fast", ItemSql);

        Assert.False(await _publisher.TryPointAsync(slow, fence, default));
        Assert.Equal(fast.Id, (await _store.GetCurrentAsync(default))!.Id);
        Assert.Equal(fast.Id, Assert.Single(await _store.ListAsync(default)).Id);
        await foreach (var found in _lake.ListAsync(LakeLayer.Gold, "snapshots/", default))
        {
            Assert.StartsWith($"snapshots/{fast.Id}/", found.Key, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_two_that_publish_at_once_one_wins()
    {
        var fence = await _pointer.ReadAsync(default);
        var drafts = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
            await _publisher.WriteAsync(await DraftAsync($"run{i}", ItemSql), null, fence, default)));
        var won = await Task.WhenAll(drafts.Select(d => Task.Run(() => _publisher.TryPointAsync(d, fence, default))));

        var winner = drafts[Array.IndexOf(won, true)];
        Assert.Single(won, w => w);
        Assert.Equal(winner.Id, (await _store.GetCurrentAsync(default))!.Id);
        Assert.Single(await _store.ListAsync(default));
    }

    [Fact]
    public async Task A_manifest_without_pointer_does_not_count()
    {
        var first = await PublishAsync("run1", ItemSql);
        var fence = await _pointer.ReadAsync(default);
        var cutOff = await _publisher.WriteAsync(await DraftAsync("cut off", ItemSql), null, fence, default);
        await _lake.WriteJsonAsync(LakeLayer.Gold, SnapshotKeys.Manifest(cutOff.Id), cutOff, default);

        Assert.Null(await _store.GetAsync(cutOff.Id, default));
        Assert.Equal(first.Id, Assert.Single(await _store.ListAsync(default)).Id);
    }

    [Fact]
    public async Task An_older_snapshot_can_be_made_current_and_numbers_go_on()
    {
        var first = await PublishAsync("run1", ItemSql);
        var second = await PublishAsync("run2", ItemSql);
        await PointAtAsync(first);
        Assert.Equal(first.Id, (await _store.GetCurrentAsync(default))!.Id);
        Assert.Equal(second.Id, (await _store.GetAsync(second.Id, default))!.Id);

        var third = await PublishAsync("run3", ItemSql);
        Assert.Equal((3L, first.Id), (third.Number, third.PreviousId));
    }

    [Fact]
    public async Task A_damaged_file_is_found_on_download()
    {
        var table = (await PublishAsync("run1", ItemSql)).Tables[0];
        var stored = _folder.File("lake", "gold", table.Key);
        var bytes = await File.ReadAllBytesAsync(stored);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(stored, bytes);

        var fault = await Assert.ThrowsAsync<LakeException>(() => _store.DownloadAsync(table, _folder.File("copy"), default));
        Assert.Equal(LakeFault.Corrupt, fault.Fault);
        Assert.False(File.Exists(_folder.File("copy")));
        Assert.Empty(Directory.GetFiles(_folder.Path, "copy*"));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("20260101T000000Z-00000000/../x")]
    [InlineData("20260101T000000Z-00000000\n")]
    public async Task An_id_from_outside_cannot_lead_elsewhere(string id)
    {
        await PublishAsync("run1", ItemSql);
        Assert.Null(await _store.GetAsync(id, default));
    }

    [Fact]
    public async Task Retention_keeps_the_newest_the_young_the_current_and_those_in_use()
    {
        var all = new List<SnapshotManifest>();
        for (var i = 0; i < 6; i++)
        {
            all.Add(await PublishAsync($"run{i}", ItemSql));
        }

        await PointAtAsync(all[0]);
        var usage = new Usage(all[1].Id);
        Assert.Empty(await Retention(keep: 2, TimeSpan.FromDays(1), usage).ApplyAsync(default));
        var removed = await Retention(keep: 2, TimeSpan.Zero, usage).ApplyAsync(default);

        Assert.Equal([all[3].Id, all[2].Id], removed);
        Assert.Equal([all[5].Id, all[4].Id, all[1].Id, all[0].Id], (await _store.ListAsync(default)).Select(s => s.Id));
        var folders = Directory.GetDirectories(_folder.File("lake", "gold", "snapshots")).Select(Path.GetFileName);
        Assert.Equal(new[] { all[0].Id, all[1].Id, all[4].Id, all[5].Id }.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    private SnapshotRetention Retention(int keep, TimeSpan age, ISnapshotUsage usage) => new(
        _lake, _store, [usage], Options.Create(new PipelineOptions { KeepSnapshots = keep, KeepSnapshotsFor = age }), TimeProvider.System);

    private async Task PointAtAsync(SnapshotManifest snapshot)
    {
        var version = await _pointer.ReadAsync(default);
        Assert.True(await _pointer.TryMoveAsync(version, version.Pointer! with { Id = snapshot.Id }, default));
    }

    private async Task<SnapshotManifest> PublishAsync(string runId, string? path, SnapshotManifest? from = null)
    {
        var fence = await _pointer.ReadAsync(default);
        var draft = path is null
            ? new SnapshotDraft(runId, "inputs", "transforms", [.. from!.Tables.Select(t => new DraftTable(
                Model.FindSql(t.Name)!, null, t.Rows, t.Sha256, t.SourceHash, t.DependsOn, t.FreshAsOf, new TableChange(t.Rows, 0, 0, 0)))])
            : await DraftAsync(runId, path);
        var manifest = await _publisher.WriteAsync(draft, from, fence, default);
        await _publisher.VerifyAsync(manifest, Model, _folder.Path, default);
        Assert.True(await _publisher.TryPointAsync(manifest, fence, default));
        return manifest;
    }

    private async Task<SnapshotDraft> DraftAsync(string runId, string itemSql)
    {
        var item = await TableAsync("toy_item", itemSql);
        var total = await TableAsync("toy_total", "select 'BIG' kind, 1::bigint items");
        return new SnapshotDraft(runId, "inputs", "transforms", [total, item]);
    }

    private async Task<DraftTable> TableAsync(string table, string sql)
    {
        var path = _folder.File($"{table}-{Interlocked.Increment(ref _files)}.parquet");
        DuckDb.Execute($"copy ({sql}) to '{path}' (format parquet)");
        var hash = await LakeFiles.HashAsync(path, default);
        return new DraftTable(Model.FindSql(table)!, path, 1, hash, "source", ["silver.toy"], null, new TableChange(0, 1, 0, 0));
    }

    private sealed class Usage(string id) : ISnapshotUsage
    {
        public Task<bool> IsInUseAsync(string snapshotId, CancellationToken cancellationToken) => Task.FromResult(snapshotId == id);
    }
}
