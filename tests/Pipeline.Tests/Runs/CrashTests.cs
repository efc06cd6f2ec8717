using System.Diagnostics;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Pipeline.Tests.Toys;

namespace NovaCorrente.Pipeline.Tests.Runs;

/// <summary>A process that runs the pipeline is killed at every point of the run; readers and the next run must not notice more than that.</summary>
public sealed class CrashTests : IClassFixture<CrashTests.Published>, IDisposable
{
    private static readonly string[] BeforePublishing =
    [
        "bronze.items", "bronze.rates", "bronze.load", "silver.cleaned", "silver.item", "silver.quarantine", "silver.rate",
        "gold.toy_item", "gold.toy_rate", "gold.toy_total", "checks", "compare",
        "write", "write:toy_item", "write:toy_rate", "write:toy_total", "verify", "verify:toy_item", "verify:toy_rate", "verify:toy_total",
        "publish", "manifest", "pointer",
    ];

    private static readonly string[] AfterPublishing = ["pointed", "clean"];
    private readonly TemporaryFolder _folder = new();
    private readonly RunRecord _first;

    public CrashTests(Published published)
    {
        published.CopyTo(_folder.Path);
        _first = published.Run;
        WriteSources(_folder.Path, day: 2);
    }

    public static TheoryData<string> Points => [.. BeforePublishing, .. AfterPublishing];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_points_are_all_that_there_are()
    {
        var probe = new Recording();
        await using var pipeline = ToyPipeline.Open(_folder.Path, probe);
        await pipeline.RunAsync();
        Assert.Equal(BeforePublishing.Concat(AfterPublishing), probe.Points);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Killed_at(string point)
    {
        await KillAtAsync(point);

        await using var pipeline = ToyPipeline.Open(_folder.Path);
        var isPublished = AfterPublishing.Contains(point);
        var current = (await pipeline.Snapshots.GetCurrentAsync(default))!;
        Assert.Equal(isPublished, current.Id != _first.SnapshotId);
        await AssertSnapshotsAreWholeAsync(pipeline, isPublished ? 2 : 1);

        var next = await pipeline.RunAsync();
        Assert.Equal(isPublished ? RunState.Unchanged : RunState.Succeeded, next.State);
        await AssertSnapshotsAreWholeAsync(pipeline, 2);
        await AssertNothingIsLeftAsync(pipeline);

        var runs = await pipeline.Log.ListAsync(default);
        Assert.Equal([next.Id, runs[1].Id, _first.Id], runs.Select(r => r.Id));
        if (point != "clean")
        {
            Assert.Equal(RunState.Aborted, runs[1].State);
            Assert.NotNull(runs[1].FinishedAt);
            Assert.Equal(isPublished ? current.Id : null, runs[1].SnapshotId);
            Assert.Contains("cut off", runs[1].Reason, StringComparison.Ordinal);
            Assert.DoesNotContain(runs[1].Steps, s => s.State is StepState.Running);
        }
    }

    private async Task KillAtAsync(string point)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(CrashHost).Assembly.Location, _folder.Path, point])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(3));
        process.Kill();
        await process.WaitForExitAsync();
        Assert.Equal(CrashHost.Reached, line);
    }

    private static void WriteSources(string folder, int day)
    {
        ToyPipeline.WriteItems(folder, $"a,big,{day}", $"b,small,{day}", "c,big,");
        ToyPipeline.WriteRates(folder, $"2026-01-0{day},0.{day}");
    }

    private async Task AssertSnapshotsAreWholeAsync(ToyPipeline pipeline, int count)
    {
        var snapshots = await pipeline.Snapshots.ListAsync(default);
        Assert.Equal(count, snapshots.Count);
        foreach (var table in snapshots.SelectMany(s => s.Tables))
        {
            await pipeline.Snapshots.DownloadAsync(table, _folder.File("copy"), default);
        }
    }

    private async Task AssertNothingIsLeftAsync(ToyPipeline pipeline)
    {
        var manifests = (await pipeline.Snapshots.ListAsync(default)).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        await foreach (var found in pipeline.Lake.ListAsync(LakeLayer.Gold, SnapshotKeys.Folder, default))
        {
            Assert.Contains(SnapshotKeys.IdOf(found.Key)!, manifests);
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("work")));
        Assert.Empty(Directory.GetDirectories(_folder.File("lake"), ".tmp", SearchOption.AllDirectories).SelectMany(Directory.GetFiles));
    }

    /// <summary>A folder with one published snapshot, made once for all points.</summary>
    public sealed class Published : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        internal RunRecord Run { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            WriteSources(_folder.Path, day: 1);
            await using var pipeline = ToyPipeline.Open(_folder.Path);
            Run = await pipeline.RunAsync();
        }

        public Task DisposeAsync()
        {
            _folder.Dispose();
            return Task.CompletedTask;
        }

        internal void CopyTo(string folder)
        {
            foreach (var file in Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder, Path.GetRelativePath(_folder.Path, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    private sealed class Recording : IRunProbe
    {
        public List<string> Points { get; } = [];

        public ValueTask ReachedAsync(string point, CancellationToken cancellationToken)
        {
            Points.Add(point);
            return ValueTask.CompletedTask;
        }
    }
}
