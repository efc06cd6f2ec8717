using Microsoft.Extensions.Logging.Abstractions;
using NovaCorrente.Pipeline.Backup;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Tests.Toys;

namespace NovaCorrente.Pipeline.Tests.Backup;

/// <summary>A pipeline on a lake, and backups of that lake, each in a folder of its own.</summary>
internal sealed class BackupLab(TimeProvider? time = null, ILake? lake = null, string? target = null) : IDisposable
{
    public const string Key = "q7mLJ4lTnUO0c6m0Jb1r4D2r4p8m2xYlq3Gq6n0Yb5A=";

    public TemporaryFolder Folder { get; } = new();

    public BackupOptions Options { get; } = new() { Key = Key };

    public string LakeFolder => Folder.File("lake");

    public string TargetFolder => target ?? Folder.File("backups");

    /// <summary>Backups as the product makes them.</summary>
    public Backups Open(string? key = null, ILake? of = null)
    {
        Options.Folder = lake is null ? TargetFolder : null;
        var options = new BackupOptions
        {
            Folder = Options.Folder,
            Key = key ?? Options.Key,
            KeepAllFor = Options.KeepAllFor,
            KeepDays = Options.KeepDays,
            KeepMonths = Options.KeepMonths,
        };
        return Open(of ?? OpenLake(), options, Folder.File("work"), time);
    }

    /// <summary>The same for a process that has nothing but folders.</summary>
    public static Backups Open(ILake lake, BackupOptions options, string workFolder, TimeProvider? time = null) => new(
        lake,
        new InProcessRunLock(),
        Microsoft.Extensions.Options.Options.Create(options),
        Microsoft.Extensions.Options.Options.Create(new PipelineOptions { WorkFolder = workFolder }),
        time ?? TimeProvider.System,
        NullLogger<Backups>.Instance);

    public ILake OpenLake() => lake ?? new DirectoryLake(LakeFolder);

    public ToyPipeline OpenPipeline() => ToyPipeline.Open(Folder.Path, time: time, lake: lake);

    /// <summary>Publishes a snapshot of these items.</summary>
    public async Task<RunRecord> PublishAsync(params string[] items)
    {
        ToyPipeline.WriteItems(Folder.Path, items);
        await using var pipeline = OpenPipeline();
        var run = await pipeline.RunAsync();
        Assert.True(run.State is RunState.Succeeded, run.Reason);
        return run;
    }

    /// <summary>Every object of the lake with the hash of its content.</summary>
    public static async Task<Dictionary<string, string>> ContentOfAsync(ILake lake)
    {
        var content = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var layer in new[] { LakeLayer.Bronze, LakeLayer.Silver, LakeLayer.Gold })
        {
            await foreach (var found in lake.ListAsync(layer, "", default))
            {
                await using var stream = (await lake.OpenReadAsync(layer, found.Key, default))!;
                content[$"{layer}/{found.Key}"] = Convert.ToHexString(await System.Security.Cryptography.SHA256.HashDataAsync(stream));
            }
        }

        return content;
    }

    public void Dispose() => Folder.Dispose();
}
