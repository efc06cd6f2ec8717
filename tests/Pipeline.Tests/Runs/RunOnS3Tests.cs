using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Tests.Lake;
using NovaCorrente.Pipeline.Tests.Toys;
using NovaCorrente.Servers;

namespace NovaCorrente.Pipeline.Tests.Runs;

public sealed class RunOnS3Tests(S3Server server) : IClassFixture<S3Server>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("silver.item")]
    [InlineData("write:toy_rate")]
    [InlineData("verify:toy_rate")]
    [InlineData("pointer")]
    public async Task A_run_survives_the_server_being_killed_and_started_again(string point)
    {
        var gate = new Gate(point);
        using var lake = Open(point);
        await using var pipeline = ToyPipeline.Open(_folder.Path, gate, lake: lake);
        ToyPipeline.WriteItems(_folder.Path, "a,big,1", "b,small,2");
        var running = pipeline.RunAsync();
        await gate.Reached;
        await server.KillAsync();
        gate.Open();
        await server.StartAgainAsync();
        var run = await running;

        Assert.Equal((RunState.Succeeded, null), (run.State, run.Reason));
        foreach (var table in (await pipeline.Snapshots.GetCurrentAsync(default))!.Tables)
        {
            await pipeline.Snapshots.DownloadAsync(table, _folder.File("copy"), default);
        }

        Assert.Equal(RunState.Unchanged, (await pipeline.RunAsync()).State);
    }

    [Fact]
    public async Task A_server_that_stays_away_fails_the_run_and_the_next_one_closes_and_cleans_up_after_it()
    {
        var gate = new Gate("write:toy_rate");
        using (var patient = Open("away"))
        {
            await patient.PrepareAsync(default);
        }

        using var lake = Open("away", patience: TimeSpan.Zero);
        await using var pipeline = ToyPipeline.Open(_folder.Path, gate, lake: lake);
        ToyPipeline.WriteItems(_folder.Path, "a,big,1");
        var running = pipeline.RunAsync();
        await gate.Reached;
        await server.KillAsync();
        gate.Open();
        var run = await running;
        await server.StartAgainAsync();

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("lake server", run.Reason, StringComparison.Ordinal);
        Assert.Null(await pipeline.Snapshots.GetCurrentAsync(default));
        using var again = Open("away");
        await using var next = ToyPipeline.Open(_folder.Path, lake: again);
        Assert.Equal(RunState.Succeeded, (await next.RunAsync()).State);
        Assert.Equal([RunState.Succeeded, RunState.Aborted], (await pipeline.Log.ListAsync(default)).Select(r => r.State));
        Assert.Single(await pipeline.Snapshots.ListAsync(default));
    }

    private MinioLake Open(string name, TimeSpan? patience = null)
    {
        var options = server.Options();
        options.Patience = patience ?? options.Patience;
        var bucket = name.Replace(':', '-').Replace('_', '-').Replace('.', '-');
        (options.BucketBronze, options.BucketSilver, options.BucketGold, options.BucketBackup) =
            ($"{bucket}-bronze", $"{bucket}-silver", $"{bucket}-gold", $"{bucket}-backup");
        return new MinioLake(options, TimeProvider.System);
    }
}
