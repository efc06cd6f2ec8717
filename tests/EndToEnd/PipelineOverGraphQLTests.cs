using System.Text.Json.Nodes;
using NovaCorrente.EndToEnd.Support;

namespace NovaCorrente.EndToEnd;

/// <summary>A run from its trigger to the answers it changes, and what becomes of one that is cut off.</summary>
public sealed class PipelineOverGraphQLTests : IDisposable
{
    private const string Lines = "{ purchaseLines(first: 1) { totalCount } }";

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Whoever_subscribes_before_a_run_is_told_each_of_its_states_in_order_over_both_transports()
    {
        await _place.WriteSampleAsync(lines: 300);
        await using var host = await HostProcess.StartAsync(_place);
        var nothing = await host.AnswerAsync(Lines);
        Assert.Equal("GOLD_NOT_PUBLISHED", (string?)nothing["errors"]![0]!["extensions"]!["code"]);
        await using var events = await RunStates.OverEventsAsync(host);
        await using var socket = await RunStates.OverSocketAsync(host);

        var run = (string)(await host.AskAsync("mutation { runPipeline(input: {}) { pipelineRun { id } } }"))["runPipeline"]!["pipelineRun"]!["id"]!;

        var told = await events.OfAsync(run);
        Assert.Equal(told, await socket.OfAsync(run));
        Assert.Equal(["QUEUED", "RUNNING", "SUCCEEDED"], told.Select(state => state.Split(' ')[0]).Distinct());
        var steps = told.Select(state => int.Parse(state.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(steps.Order(), steps);
        Assert.Equal(steps[^1], (int)(await host.AskAsync($"{{ pipelineRun(id: \"{run}\") {{ steps {{ totalCount }} }} }}"))["pipelineRun"]!["steps"]!["totalCount"]!);
        Assert.NotEqual(0, Count(await host.AskAsync(Lines)));
    }

    [Fact]
    public async Task A_run_that_is_cut_off_by_a_kill_is_closed_at_the_next_start_and_the_old_snapshot_served()
    {
        await _place.WriteSampleAsync(lines: 300);
        await using (var first = await HostProcess.StartAsync(_place))
        {
            Assert.Equal("SUCCEEDED", await first.RunPipelineAsync());
        }

        JsonNode before;
        string cutOff;
        do
        {
            await using var host = await HostProcess.StartAsync(_place);
            before = await host.AskAsync(Lines);
            _place.AddPurchaseLine(7);
            await using var events = await RunStates.OverEventsAsync(host);
            cutOff = (string)(await host.AskAsync("mutation { runPipeline(input: {}) { pipelineRun { id } } }"))["runPipeline"]!["pipelineRun"]!["id"]!;
            await events.FirstStepOfAsync(cutOff);
            await host.KillAsync();
        }
        while (HasEnded(cutOff)); // On a busy machine the run may be over before the news of its first step has come here.

        await using var next = await HostProcess.StartAsync(_place);

        Assert.Equal("ABORTED", await next.EndOfAsync(cutOff));
        Assert.Equal(before.ToJsonString(), (await next.AskAsync(Lines)).ToJsonString());
        Assert.Equal("SUCCEEDED", await next.RunPipelineAsync());
        Assert.Equal(Count(before) + 1, Count(await next.AskAsync(Lines)));
    }

    [Fact]
    public async Task A_lake_that_is_taken_away_fails_the_run_with_the_reason_and_leaves_the_answers()
    {
        await _place.WriteSampleAsync(lines: 300);
        await using var host = await HostProcess.StartAsync(_place);
        Assert.Equal("SUCCEEDED", await host.RunPipelineAsync());
        var before = await host.AskAsync(Lines);

        Directory.Move(_place.Lake, _place.Lake + ".away");
        File.WriteAllText(_place.Lake, "not a folder");

        Assert.Equal(before.ToJsonString(), (await host.AskAsync(Lines)).ToJsonString());
        var earlier = await host.AnswerAsync("{ purchaseLines(first: 1, asOf: \"2026-01-01T00:00:00Z\") { totalCount } }");
        Assert.Equal("LAKE_UNAVAILABLE", (string?)earlier["errors"]![0]!["extensions"]!["code"]);
        var run = (await host.AskAsync("mutation { runPipeline(input: {}) { pipelineRun { id state reason } } }"))["runPipeline"]!["pipelineRun"]!;
        Assert.Equal("FAILED", (string?)run["state"]);
        Assert.Contains("lake", (string)run["reason"]!, StringComparison.Ordinal);

        var rollback = await host.AskAsync("mutation { rollbackGold(input: { snapshotId: \"x\" }) { goldSnapshot { id } errors { __typename } } }");
        Assert.Equal("""{"goldSnapshot":null,"errors":[{"__typename":"LakeError"}]}""", rollback["rollbackGold"]!.ToJsonString());

        File.Delete(_place.Lake);
        Directory.Move(_place.Lake + ".away", _place.Lake);
        _place.AddPurchaseLine(7);
        Assert.Equal("SUCCEEDED", await host.RunPipelineAsync());
    }

    private bool HasEnded(string run) => JsonNode.Parse(File.ReadAllText(Path.Combine(_place.Lake, "gold", "runs", $"{run}.json")))!["finishedAt"] is not null;

    private static int Count(JsonNode lines) => (int)lines["purchaseLines"]!["totalCount"]!;
}
