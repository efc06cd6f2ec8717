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

    public async Task InitializeAsync()
    {
        await _lake.InitializeAsync();
        await _place.WriteSampleAsync(lines: 200);
    }

    public async Task DisposeAsync()
    {
        await _lake.DisposeAsync();
        _place.Dispose();
    }

    [Fact]
    public async Task What_is_current_is_answered_and_what_needs_the_lake_says_so_in_time()
    {
        await using var host = await HostProcess.StartAsync(
            _place,
            [
                .. _lake.Settings, "--Lake:AnswerTimeout=00:03:00", "--Lake:Patience=00:03:00", "--GraphQL:ExecutionTimeout=00:02:00",
                "--Serving:LakeWait=00:00:10", "--Serving:PollInterval=00:00:01",
            ]);
        var first = await PublishTwoAsync(host);
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

    [Fact]
    public async Task A_rollback_is_given_up_within_the_patience_and_done_when_the_server_answers_again()
    {
        await using var host = await HostProcess.StartAsync(_place, [.. _lake.Settings, "--Lake:AnswerTimeout=00:00:20", "--Lake:Patience=00:00:05"]);
        var first = await PublishTwoAsync(host);
        var rollback = $"mutation {{ rollbackGold(input: {{ snapshotId: \"{first}\" }}) {{ goldSnapshot {{ number }} errors {{ __typename ... on Error {{ message }} }} }} }}";

        await _lake.PauseAsync();
        try
        {
            var payload = (await InTimeAsync(host.AskAsync(rollback)))["rollbackGold"]!;
            var error = Assert.Single(payload["errors"]!.AsArray())!;
            Assert.Null(payload["goldSnapshot"]);
            Assert.Equal("LakeError", (string?)error["__typename"]);
            Assert.Contains($"{_lake.Endpoint} did not do what was asked: It did not answer within 20 s.", (string?)error["message"], StringComparison.Ordinal);
            Assert.Equal(2, await NumberAsync(host));
        }
        finally
        {
            await _lake.ResumeAsync();
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        JsonNode done;
        while ((done = (await host.AskAsync(rollback, limit.Token))["rollbackGold"]!)["errors"] is { } errors)
        {
            Assert.Equal("LakeError", (string?)errors[0]!["__typename"]);
            await Task.Delay(200, limit.Token);
        }

        Assert.Equal(1, (int)done["goldSnapshot"]!["number"]!);
        Assert.Equal(1, await NumberAsync(host));
    }

    // Gives the first of the two; the second is current.
    private async Task<string> PublishTwoAsync(HostProcess host)
    {
        Assert.Equal("SUCCEEDED", await host.RunPipelineAsync());
        var first = (string)(await host.AskAsync("{ goldSnapshot { id } }"))["goldSnapshot"]!["id"]!;
        _place.AddPurchaseLine(1000);
        Assert.Equal("SUCCEEDED", await host.RunPipelineAsync());
        Assert.Equal(2, await NumberAsync(host));
        return first;
    }

    private static async Task<int> NumberAsync(HostProcess host) => (int)(await host.AskAsync("{ goldSnapshot { number } }"))["goldSnapshot"]!["number"]!;

    private static async Task<T> InTimeAsync<T>(Task<T> answer)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await answer;
        Assert.True(Stopwatch.GetElapsedTime(started) < _soon, $"An answer took {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s.");
        return result;
    }
}
