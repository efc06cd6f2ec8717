using System.Diagnostics;
using System.Text.Json.Nodes;
using NovaCorrente.EndToEnd.Support;
using NovaCorrente.Servers;

namespace NovaCorrente.EndToEnd;

/// <summary>A lake server that takes connections and says nothing, which is worse than one that is gone.</summary>
public sealed class HangingLakeTests : IAsyncLifetime
{
    private const string Past = "{ parts(asOf: \"2100-01-01T00:00:00Z\") { totalCount } }";

    // Far more than a slow machine takes, and far less than the patience with the lake that is set here.
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(90);

    private readonly S3Server _lake = new();
    private readonly Workplace _place = new();

    public Task InitializeAsync() => _lake.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _lake.DisposeAsync();
        _place.Dispose();
    }

    [Fact]
    public async Task What_is_current_is_answered_and_what_needs_the_lake_says_so_in_time()
    {
        await _place.WriteSampleAsync(lines: 200);
        await using var host = await HostProcess.StartAsync(
            _place,
            [
                .. _lake.Settings, "--Lake:AnswerTimeout=00:03:00", "--Lake:Patience=00:03:00", "--GraphQL:ExecutionTimeout=00:02:00",
                "--Serving:LakeWait=00:00:10", "--Serving:PollInterval=00:00:01",
            ]);
        Assert.Equal("SUCCEEDED", await host.RunPipelineAsync());
        var first = (string)(await host.AskAsync("{ goldSnapshot { id } }"))["goldSnapshot"]!["id"]!;
        _place.AddPurchaseLine(1000);
        Assert.Equal("SUCCEEDED", await host.RunPipelineAsync());
        Assert.Equal(2, (int)(await host.AskAsync("{ goldSnapshot { number } }"))["goldSnapshot"]!["number"]!);
        var opened = $"{{ parts(asOf: \"{first}\") {{ totalCount }} }}";
        await host.AskAsync(opened);

        await _lake.PauseAsync();
        try
        {
            for (var i = 0; i < 10; i++)
            {
                await AskAsync($"{{ purchaseLines(first: {i + 1}) {{ totalCount }} }}");
                await AskAsync("{ pipelineRuns { nodes { id state } } goldSnapshots { nodes { id } } schedules { nodes { name } } }");
                await AskAsync(opened);
                await Task.Delay(300);
            }

            var (late, run) = (await AnswerAsync(Past), await AnswerAsync("mutation { runPipeline(input: {}) { pipelineRun { id } errors { __typename } } }"));
            Assert.Equal("LAKE_UNAVAILABLE", (string?)late["errors"]![0]!["extensions"]!["code"]);
            Assert.Equal("""{"pipelineRun":null,"errors":[{"__typename":"LakeError"}]}""", run["data"]!["runPipeline"]!.ToJsonString());
            var health = JsonNode.Parse(await InTimeAsync(host.Http.GetStringAsync(new Uri(host.Address, "health"))))!;
            Assert.Equal(("degraded", "degraded"), ((string?)health["status"], (string?)health["parts"]!["lake"]!["status"]));
            Assert.Contains("healthy", await InTimeAsync(host.Http.GetStringAsync(new Uri(host.Address, "health/ready"))), StringComparison.Ordinal);
        }
        finally
        {
            await _lake.ResumeAsync();
        }

        // The gateway first has to work off what was asked of it meanwhile.
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while ((await host.AnswerAsync(Past, limit.Token))["errors"] is not null)
        {
            await Task.Delay(200, limit.Token);
        }

        async Task AskAsync(string query) => Assert.True((await AnswerAsync(query))["errors"] is null, query);

        Task<JsonNode> AnswerAsync(string query) => InTimeAsync(host.AnswerAsync(query));
    }

    private static async Task<T> InTimeAsync<T>(Task<T> answer)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await answer;
        Assert.True(Stopwatch.GetElapsedTime(started) < _soon, $"An answer took {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s.");
        return result;
    }
}
