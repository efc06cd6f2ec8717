using NovaCorrente.Pipeline.Backup;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Tests.Lake;
using NovaCorrente.Servers;

namespace NovaCorrente.Pipeline.Tests.Backup;

/// <summary>Backups in the backup bucket of a real S3 server.</summary>
public sealed class BackupOnS3Tests(S3Server server) : IClassFixture<S3Server>
{
    [Fact]
    public async Task A_lake_whose_buckets_were_emptied_comes_back_and_runs_on()
    {
        using var lake = Open("drill");
        using var lab = new BackupLab(lake: lake);
        await lab.PublishAsync("a,big,1", "b,small,2");
        var before = await BackupLab.ContentOfAsync(lake);
        var first = await lab.Open().BackUpAsync(progress: null, default);
        var second = await lab.Open().BackUpAsync(progress: null, default);
        foreach (var layer in new[] { LakeLayer.Bronze, LakeLayer.Silver, LakeLayer.Gold })
        {
            await foreach (var found in lake.ListAsync(layer, "", default))
            {
                await lake.DeleteAsync(layer, found.Key, default);
            }
        }

        Directory.Delete(lab.Folder.File("work"), recursive: true);
        var restored = await lab.Open().RestoreAsync(new RestoreRequest("latest"), progress: null, default);

        Assert.Equal((first.Manifest.Entries.Count, 0), (before.Count, second.NewObjects));
        Assert.Equal(before, await BackupLab.ContentOfAsync(lake));
        await using var pipeline = lab.OpenPipeline();
        Assert.Equal((await pipeline.Snapshots.GetCurrentAsync(default))!.Checksum, restored.Checksum);
        Assert.Equal(RunState.Unchanged, (await pipeline.RunAsync()).State);
    }

    [Fact]
    public async Task A_backup_survives_the_server_being_killed_and_started_again()
    {
        using var lake = Open("outage");
        using var lab = new BackupLab(lake: lake);
        await lab.PublishAsync("a,big,1", "b,small,2");
        var killed = new TaskCompletionSource();
        var backingUp = lab.Open().BackUpAsync(new First(() => killed.SetResult()), default);
        await killed.Task;
        await server.KillAsync();
        await server.StartAgainAsync();
        await backingUp;

        Assert.Empty((await lab.Open().VerifyAsync(at: null, progress: null, default)).Problems);
    }

    private MinioLake Open(string name)
    {
        var options = server.Options();
        (options.BucketBronze, options.BucketSilver, options.BucketGold, options.BucketBackup) =
            ($"{name}-bronze", $"{name}-silver", $"{name}-gold", $"{name}-backup");
        return new MinioLake(options, TimeProvider.System);
    }

    private sealed class First(Action act) : IProgress<BackupProgress>
    {
        private int _told;

        public void Report(BackupProgress value)
        {
            if (Interlocked.Exchange(ref _told, 1) == 0)
            {
                act();
            }
        }
    }
}
