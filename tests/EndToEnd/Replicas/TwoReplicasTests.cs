using System.Text.Json.Nodes;
using NovaCorrente.EndToEnd.Support;

namespace NovaCorrente.EndToEnd.Replicas;

public sealed class TwoReplicasTests(TwoReplicas replicas) : IClassFixture<TwoReplicas>, IDisposable
{
    private const string Query = "{purchaseLines(first:3,order:[{requestedOn:DESC}]){totalCount nodes{requestedOn quantity part{name}}}}";

    private readonly CancellationTokenSource _ending = new(TimeSpan.FromMinutes(4));

    public void Dispose() => _ending.Dispose();

    [Fact]
    public async Task A_run_on_one_replica_is_told_to_the_others_subscribers_and_both_serve_its_snapshot()
    {
        await using var states = await RunStates.OverSocketAsync(replicas.Other);
        using var refreshed = await EventSource.OpenAsync(replicas.Other, "subscription{onGoldRefreshed{snapshot{id}}}");

        var (run, snapshot) = await TwoReplicas.PublishAsync(replicas.One, _ending.Token);

        Assert.Equal(["QUEUED", "RUNNING", "SUCCEEDED"], (await states.OfAsync(run)).Select(state => state.Split(' ')[0]).Distinct());
        await refreshed.NextAsync(data => (string?)data["onGoldRefreshed"]!["snapshot"]!["id"] == snapshot, _ending.Token);
        Assert.Equal(snapshot, (string?)(await TwoReplicas.HealthAsync(replicas.Other, "gold"))["data"]!["snapshot"]);
        Assert.Equal((await replicas.One.AskAsync(Query)).ToJsonString(), (await replicas.Other.AskAsync(Query)).ToJsonString());
    }

    [Fact]
    public async Task Of_two_runs_asked_for_at_once_exactly_one_begins()
    {
        using var ended = await EventSource.OpenAsync(replicas.One, "subscription{onPipelineCompleted{id}}");
        const string trigger = "mutation{runPipeline(input:{force:true}){pipelineRun{id}errors{__typename ...on RunInProgressError{runId}}}}";

        List<JsonNode> payloads;
        while ((payloads = await BothAsync()).TrueForAll(payload => payload["pipelineRun"] is not null))
        {
            // On a busy machine the one may come to it when the run of the other is over.
            await OneAfterTheOtherAsync([.. payloads.Select(payload => (string)payload["pipelineRun"]!["id"]!)]);
        }

        var id = (string?)Assert.Single(payloads, payload => payload["pipelineRun"] is not null)["pipelineRun"]!["id"];
        var refusal = Assert.Single(payloads, payload => payload["errors"] is not null)["errors"]!.AsArray();
        Assert.Equal("RunInProgressError", (string?)Assert.Single(refusal)!["__typename"]);
        await ended.NextAsync(data => (string?)data["onPipelineCompleted"]!["id"] == id, _ending.Token);

        async Task<List<JsonNode>> BothAsync() =>
            [.. (await Task.WhenAll(replicas.One.AskAsync(trigger, _ending.Token), replicas.Other.AskAsync(trigger, _ending.Token))).Select(answer => answer["runPipeline"]!)];
    }

    [Fact]
    public async Task While_Redis_is_away_every_query_is_answered_and_subscriptions_go_on_when_it_is_back()
    {
        await TwoReplicas.PublishAsync(replicas.One, _ending.Token);
        var expected = (await replicas.One.AskAsync(Query)).ToJsonString();
        using var refreshed = await EventSource.OpenAsync(replicas.Other, "subscription{onGoldRefreshed{snapshot{id}}}");
        using var done = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => AskUntilAsync(i % 2 == 0 ? replicas.One : replicas.Other, expected, done.Token))));

        await replicas.Redis.KillAsync();
        await UntilAsync(async () => await StatusAsync(replicas.One) == "degraded" && await StatusAsync(replicas.Other) == "degraded");
        var refusal = await replicas.One.AskAsync("mutation{runPipeline(input:{}){pipelineRun{id}errors{__typename}}}");
        Assert.Equal("""{"pipelineRun":null,"errors":[{"__typename":"RunLockUnavailableError"}]}""", refusal["runPipeline"]!.ToJsonString());

        await replicas.Redis.StartAgainAsync();
        await UntilAsync(async () => await StatusAsync(replicas.One) == "healthy" && await StatusAsync(replicas.Other) == "healthy");
        var (_, snapshot) = await TwoReplicas.PublishAsync(replicas.One, _ending.Token);
        await refreshed.NextAsync(data => (string?)data["onGoldRefreshed"]!["snapshot"]!["id"] == snapshot, _ending.Token);

        await done.CancelAsync();
        Assert.All(await load, asked => Assert.True(asked > 0));
    }

    private async Task OneAfterTheOtherAsync(IReadOnlyList<string> runs)
    {
        var times = new List<(DateTimeOffset Began, DateTimeOffset Ended)>();
        foreach (var run in runs)
        {
            Assert.Equal("SUCCEEDED", await replicas.One.EndOfAsync(run));
            var told = (await replicas.One.AskAsync($"{{pipelineRun(id:\"{run}\"){{finishedAt steps(order:[{{ordinal:ASC}}],first:1){{nodes{{startedAt}}}}}}}}", _ending.Token))["pipelineRun"]!;
            times.Add(((DateTimeOffset)told["steps"]!["nodes"]![0]!["startedAt"]!, (DateTimeOffset)told["finishedAt"]!));
        }

        times.Sort();
        Assert.True(times[0].Ended <= times[1].Began, string.Join(", ", times));
    }

    // Every answer is the same: the snapshots hold the same rows.
    private static async Task<int> AskUntilAsync(HostProcess replica, string expected, CancellationToken done)
    {
        var asked = 0;
        while (!done.IsCancellationRequested)
        {
            Assert.Equal(expected, (await replica.AskAsync(Query, CancellationToken.None)).ToJsonString());
            asked++;
            await Task.Delay(20, CancellationToken.None);
        }

        return asked;
    }

    private static async Task<string?> StatusAsync(HostProcess replica) => (string?)(await TwoReplicas.HealthAsync(replica, "redis"))["status"];

    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await Task.Delay(50, _ending.Token);
        }
    }
}
