using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Tests.Lake;

public sealed class DirectoryLakeTests : LakeContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_full_disk_is_named_and_leaves_the_old_object()
    {
        using var disk = SmallDisk.Mount(kilobytes: 256);
        var lake = new DirectoryLake(disk.Path);
        await lake.PrepareAsync(default);
        await lake.PutAsync(LakeLayer.Gold, "k", Text("old"), default);

        var fault = await Assert.ThrowsAsync<LakeException>(
            () => lake.PutAsync(LakeLayer.Gold, "k", new ForwardOnlyStream(new byte[1_000_000]), default));

        Assert.Equal(LakeFault.Full, fault.Fault);
        Assert.Contains("no room left", fault.Message, StringComparison.Ordinal);
        Assert.Equal("old", await ReadAsync(lake, "k"));
        await lake.PutAsync(LakeLayer.Gold, "k", Text("new"), default);
        Assert.Equal("new", await ReadAsync(lake, "k"));
    }

    [Fact]
    public async Task A_read_only_folder_can_be_read_and_refuses_to_be_written()
    {
        using var disk = SmallDisk.Mount(kilobytes: 256);
        var lake = new DirectoryLake(disk.Path);
        await lake.PrepareAsync(default);
        await lake.PutAsync(LakeLayer.Gold, "k", Text("old"), default);
        disk.MakeReadOnly();

        Assert.Equal("old", await ReadAsync(lake, "k"));
        var put = await Assert.ThrowsAsync<LakeException>(() => lake.PutAsync(LakeLayer.Gold, "k", Text("new"), default));
        var prepare = await Assert.ThrowsAsync<LakeException>(() => lake.PrepareAsync(default));
        Assert.Equal((LakeFault.Denied, LakeFault.Denied), (put.Fault, prepare.Fault));
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_missing_and_not_empty()
    {
        var lake = new DirectoryLake(_folder.File("gone"));
        var put = await Assert.ThrowsAsync<LakeException>(() => lake.PutAsync(LakeLayer.Gold, "k", Text("x"), default));
        var read = await Assert.ThrowsAsync<LakeException>(() => lake.OpenReadAsync(LakeLayer.Gold, "k", default));
        Assert.Equal((LakeFault.Missing, LakeFault.Missing), (put.Fault, read.Fault));
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_lake_is_named()
    {
        await File.WriteAllTextAsync(_folder.File("lake"), "not a folder");
        var fault = await Assert.ThrowsAsync<LakeException>(() => new DirectoryLake(_folder.File("lake")).PrepareAsync(default));
        Assert.Contains(_folder.File("lake"), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leftovers_of_a_crash_go_and_a_write_in_progress_stays()
    {
        var lake = new DirectoryLake(_folder.Path);
        await lake.PrepareAsync(default);
        var leftover = _folder.File("gold", ".tmp", "leftover");
        await File.WriteAllTextAsync(leftover, "half");
        using var inProgress = await StagedFile.WriteAsync(_folder.File("gold", ".tmp"), Text("in progress"), default);

        await lake.PrepareAsync(default);

        Assert.False(File.Exists(leftover));
        Assert.Single(Directory.GetFiles(_folder.File("gold", ".tmp")));
        inProgress.MoveTo(_folder.File("gold", "done"), DateTime.UnixEpoch);
        Assert.Equal("in progress", await ReadAsync(lake, "done"));
    }

    [Fact]
    public async Task Two_lakes_on_one_folder_exclude_each_other()
    {
        var lakes = new[] { new DirectoryLake(_folder.Path), new DirectoryLake(_folder.Path) };
        await lakes[0].PrepareAsync(default);
        var written = await Task.WhenAll(Enumerable.Range(0, 32).Select(i =>
            Task.Run(() => lakes[i % 2].PutIfUnchangedAsync(LakeLayer.Gold, "pointer", null, Text($"{i}"), default))));
        Assert.Single(written, w => w is not null);
    }

    [Fact]
    public async Task Readers_meet_no_error_and_no_part_while_an_object_is_rewritten()
    {
        var lake = await LakeAsync();
        await lake.PutAsync(LakeLayer.Gold, "k", Text(new string('a', 10_000)), default);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var text = await ReadAsync(lake, "k");
                Assert.Equal((10_000, 1), (text.Length, text.Distinct().Count()));
            }
        })).ToList();

        for (var i = 0; i < 300; i++)
        {
            await lake.PutAsync(LakeLayer.Gold, "k", Text(new string((char)('a' + (i % 26)), 10_000)), default);
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    private protected override async Task<ILake> LakeAsync()
    {
        var lake = new DirectoryLake(_folder.Path);
        await lake.PrepareAsync(default);
        return lake;
    }
}
