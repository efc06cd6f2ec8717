using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Resolvers.Tests.Support;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Tests.Pipeline;

public sealed class RunSubscriptionTests
{
    private const string Changes = "subscription { onPipelineRunChanged { id state steps(order: { ordinal: DESC }, first: 1) { totalCount nodes { name state } } } }";

    [Fact]
    public async Task Every_state_is_told_in_order_as_it_was_even_to_a_slow_subscriber()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();
        var runner = service.Get<ScriptedRunner>();

        // The answers are read only after the run has ended: the database has long moved on.
        var result = await service.RunAsync(Changes);
        foreach (var state in ScriptedRunner.Story(1, steps: 3))
        {
            await runner.TellAsync(state);
        }

        await service.Operations.RefreshAsync(CancellationToken.None);
        using var listener = new Listener(result.Streams!.Values.Single(), service.Text);
        var told = await listener.NextAsync(9);

        Assert.Equal(
            [
                "QUEUED 0 ", "RUNNING 0 ", "RUNNING 1 step_1 RUNNING", "RUNNING 1 step_1 SUCCEEDED", "RUNNING 2 step_2 RUNNING", "RUNNING 2 step_2 SUCCEEDED",
                "RUNNING 3 step_3 RUNNING", "RUNNING 3 step_3 SUCCEEDED", "SUCCEEDED 3 step_3 SUCCEEDED",
            ],
            told.Select(Summary));
    }

    [Fact]
    public async Task An_event_sees_the_other_runs_and_tables_too()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();
        var runner = service.Get<ScriptedRunner>();
        await runner.TellAsync(ScriptedRunner.Story(2, steps: 1)[^1]);
        await service.Operations.RefreshAsync(CancellationToken.None);
        var check = new CheckResult("part", "unique_key", CheckSeverity.Error, false, 2, null);
        using var listener = await service.ListenAsync("subscription { onPipelineRunChanged { checks { nodes { table { name checks { totalCount } } } } } }");

        await runner.TellAsync(ScriptedRunner.Run(1, RunState.Running) with { Checks = [check] });

        Assert.Equal("""{"data":{"onPipelineRunChanged":{"checks":{"nodes":[{"table":{"name":"part","checks":{"totalCount":1}}}]}}}}""", await listener.NextAsync());
    }

    [Fact]
    public async Task Two_runs_at_once_are_kept_apart()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();
        var runner = service.Get<ScriptedRunner>();
        var (first, second) = (ScriptedRunner.Story(1, steps: 20), ScriptedRunner.Story(2, steps: 20));
        const string query = "subscription Watch($id: ID) { run: onPipelineRunChanged(runId: $id) { ...Its } } fragment Its on PipelineRun { id state steps(last: 1) { totalCount nodes { name state } } }";
        using var one = await service.ListenAsync(query, new { id = first[0].Id });
        using var two = await service.ListenAsync(query, new { id = second[0].Id });
        using var all = await service.ListenAsync(query);
        using var ends = await service.ListenAsync("subscription { onPipelineCompleted { id state } }");

        await Task.WhenAll(Task.Run(() => TellAsync(first)), Task.Run(() => TellAsync(second)));

        Assert.Equal(Expected(first), (await one.NextAsync(first.Count)).Select(Summary));
        Assert.Equal(Expected(second), (await two.NextAsync(second.Count)).Select(Summary));
        var both = await all.NextAsync(first.Count + second.Count);
        Assert.Equal(Expected(first), both.Where(t => t.Contains(first[0].Id, StringComparison.Ordinal)).Select(Summary));
        Assert.Equal(Expected(second), both.Where(t => t.Contains(second[0].Id, StringComparison.Ordinal)).Select(Summary));
        Assert.Equal(
            new[] { first, second }.Select(s => "{\"data\":{\"onPipelineCompleted\":{\"id\":\"" + s[0].Id + "\",\"state\":\"SUCCEEDED\"}}}"),
            (await ends.NextAsync(2)).Order(StringComparer.Ordinal));

        async Task TellAsync(IReadOnlyList<RunRecord> story)
        {
            foreach (var state in story)
            {
                await runner.TellAsync(state);
            }
        }
    }

    [Fact]
    public async Task Who_unsubscribes_is_told_nothing_more_and_the_others_are()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();
        var runner = service.Get<ScriptedRunner>();
        var leaving = await service.ListenAsync(Changes);
        using var staying = await service.ListenAsync(Changes);
        await runner.TellAsync(ScriptedRunner.Run(1));
        await leaving.NextAsync();

        leaving.Dispose();
        await runner.TellAsync(ScriptedRunner.Run(1, RunState.Running));

        Assert.Equal(["QUEUED 0 ", "RUNNING 0 "], (await staying.NextAsync(2)).Select(Summary));
        Assert.Empty(await leaving.AllAsync());
    }

    [Fact]
    public async Task A_request_that_is_cancelled_ends_its_subscription()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();
        using var request = new CancellationTokenSource();
        var result = await service.RunAsync(Changes, cancellationToken: request.Token);
        using var listener = new Listener(result.Streams!.Values.Single(), service.Text);

        await request.CancelAsync();

        Assert.Empty(await listener.AllAsync());
    }

    [Fact]
    public async Task Who_never_reads_is_ended_with_a_reason_after_what_was_kept_for_it()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();
        var result = await service.RunAsync("subscription { onPipelineCompleted { id } }");
        var events = service.Get<IPipelineEvents>();
        for (var i = 0; i < 1100; i++)
        {
            await events.RunChangedAsync(ScriptedRunner.Run(1), CancellationToken.None);
        }

        using var listener = new Listener(result.Streams!.Values.Single(), service.Text);

        Assert.StartsWith("error: SUBSCRIBER_BEHIND", Assert.Single(await listener.AllAsync()), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Expected(IReadOnlyList<RunRecord> story) => story.Select(run =>
        $"{Upper(run.State)} {run.Steps.Count} {(run.Steps.Count == 0 ? "" : $"{run.Steps[^1].Name} {Upper(run.Steps[^1].State)}")}");

    private static string Upper(Enum value) => value.ToString().ToUpperInvariant();

    private static string Summary(string answer)
    {
        using var json = System.Text.Json.JsonDocument.Parse(answer);
        Assert.False(json.RootElement.TryGetProperty("errors", out _), answer);
        var run = json.RootElement.GetProperty("data").EnumerateObject().Single().Value;
        var steps = run.GetProperty("steps");
        var last = steps.GetProperty("nodes").EnumerateArray().Select(n => $"{n.GetProperty("name").GetString()} {n.GetProperty("state").GetString()}").SingleOrDefault();
        return $"{run.GetProperty("state").GetString()} {steps.GetProperty("totalCount").GetInt32()} {last}";
    }
}
