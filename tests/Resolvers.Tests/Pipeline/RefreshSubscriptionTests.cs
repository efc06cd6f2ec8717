using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Resolvers.Tests.Support;

namespace NovaCorrente.Resolvers.Tests.Pipeline;

/// <summary>The real pipeline over an empty landing folder, seen through the API alone.</summary>
public sealed class RefreshSubscriptionTests
{
    [Fact]
    public async Task A_published_snapshot_is_told_when_it_can_be_asked()
    {
        await using var service = await ServiceFixture.StartAsync();
        using var refreshed = await service.ListenAsync("subscription { onGoldRefreshed { snapshot { id number isCurrent run { id } tables { totalCount } } tables { table rowsBefore rowsAfter rowsAdded rowsChanged rowsRemoved } } }");
        using var runs = await service.ListenAsync("subscription { onPipelineRunChanged { state snapshot { id } steps(first: 1000) { nodes { name state } } } }");
        using var ended = await service.ListenAsync("subscription { onPipelineCompleted { id state reason snapshotId } }");

        var started = await service.AskAsync("mutation { runPipeline(input: {}) { pipelineRun { id } errors { __typename } } }");

        var end = await ended.NextAsync();
        Assert.True(end.Contains("\"state\":\"SUCCEEDED\"", StringComparison.Ordinal), end);
        using var refresh = JsonDocument.Parse(await refreshed.NextAsync());
        var told = refresh.RootElement.GetProperty("data").GetProperty("onGoldRefreshed");
        var snapshot = told.GetProperty("snapshot");
        Assert.True(snapshot.GetProperty("isCurrent").GetBoolean());
        Assert.Equal(1, snapshot.GetProperty("number").GetInt64());
        Assert.Contains(snapshot.GetProperty("run").GetProperty("id").GetString()!, started, StringComparison.Ordinal);
        Assert.Equal(snapshot.GetProperty("tables").GetProperty("totalCount").GetInt32(), told.GetProperty("tables").GetArrayLength());
        Assert.Contains(snapshot.GetProperty("id").GetString()!, end, StringComparison.Ordinal);

        var answer = await service.AskAsync("""{ goldSnapshot { id } goldTable(name: "part") { rows publishedAt history { totalCount } } parts { totalCount } }""");
        Assert.Contains($"\"goldSnapshot\":{{\"id\":\"{snapshot.GetProperty("id").GetString()}\"}}", answer, StringComparison.Ordinal);
        Assert.Contains("\"history\":{\"totalCount\":1}", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("errors", answer, StringComparison.Ordinal);

        var states = new List<string>();
        while (states.Count == 0 || states[^1] != "SUCCEEDED")
        {
            using var change = JsonDocument.Parse(await runs.NextAsync());
            states.Add(change.RootElement.GetProperty("data").GetProperty("onPipelineRunChanged").GetProperty("state").GetString()!);
        }

        Assert.Equal("QUEUED", states[0]);
        Assert.Equal(["QUEUED", "RUNNING", "SUCCEEDED"], states.Distinct());
    }

    [Fact]
    public async Task Who_asks_for_some_tables_is_told_only_of_changes_in_them()
    {
        await using var service = await ServiceFixture.StartAsync();
        using var never = await service.ListenAsync("subscription { onGoldRefreshed(tables: [\"StockPosition\"]) { tables { table } } }");
        using var calendar = await service.ListenAsync("""subscription { onGoldRefreshed(tables: ["calendar_day", "Account"]) { tables { table rowsAdded } } }""");

        await service.AskAsync("mutation { runPipeline(input: {}) { errors { __typename } } }");

        using var told = JsonDocument.Parse(await calendar.NextAsync());
        var tables = told.RootElement.GetProperty("data").GetProperty("onGoldRefreshed").GetProperty("tables");
        Assert.Equal(["account", "calendar_day"], tables.EnumerateArray().Select(t => t.GetProperty("table").GetString()));
        never.Dispose();
        Assert.Empty(await never.AllAsync());
    }

    [Fact]
    public async Task What_another_process_makes_current_is_told_once_however_it_becomes_known()
    {
        const string subscription = """subscription { onGoldRefreshed(tables: ["interest_rate_daily"]) { snapshot { id } tables { rowsBefore rowsAfter rowsAdded rowsRemoved } } }""";
        await using var one = await ServiceFixture.StartAsync();
        await using var other = await ServiceFixture.StartAsync(services => services.Replace(ServiceDescriptor.Singleton(one.Get<ILake>())));
        using var told = await other.ListenAsync(subscription);

        var first = await RunAsync(one, days: 1);
        await FindAsync(other);
        await other.Get<IPipelineEvents>().SnapshotPublishedAsync(first, CancellationToken.None);
        var second = await RunAsync(one, days: 3);
        await FindAsync(other);
        await one.Get<IGoldRollback>().RollBackAsync(first.Id, "ana", CancellationToken.None);
        await FindAsync(other);
        await FindAsync(other);
        var last = await RunAsync(one, days: 7);
        await FindAsync(other);

        Assert.Equal(Told(first, 0, 1, 1, 0), await told.NextAsync());
        Assert.Equal(Told(second, 1, 3, 2, 0), await told.NextAsync());
        Assert.Equal(Told(first, 3, 1, 0, 2), await told.NextAsync());
        Assert.Equal(Told(last, 1, 7, 6, 0), await told.NextAsync());

        static string Told(SnapshotManifest snapshot, int before, int after, int added, int removed) =>
            $$$$"""{"data":{"onGoldRefreshed":{"snapshot":{"id":"{{{{snapshot.Id}}}}"},"tables":[{"rowsBefore":{{{{before}}}},"rowsAfter":{{{{after}}}},"rowsAdded":{{{{added}}}},"rowsRemoved":{{{{removed}}}}}]}}}""";
    }

    [Fact]
    public async Task One_that_is_announced_while_an_earlier_is_opened_is_told_after_it_and_neither_twice()
    {
        await using var one = await ServiceFixture.StartAsync();
        var store = new GatedSnapshots(one.Get<ISnapshotStore>());
        await using var other = await ServiceFixture.StartAsync(services => services
            .Replace(ServiceDescriptor.Singleton(one.Get<ILake>()))
            .Replace(ServiceDescriptor.Singleton<ISnapshotStore>(store)));
        using var told = await other.ListenAsync("subscription { onGoldRefreshed { snapshot { id } } }");
        var first = await RunAsync(one, days: 1);
        var opening = FindAsync(other);
        await store.Reached;

        var second = await RunAsync(one, days: 3);
        await other.Get<IPipelineEvents>().SnapshotPublishedAsync(second, CancellationToken.None);
        store.Open();
        await opening;
        await FindAsync(other);
        var third = await RunAsync(one, days: 7);
        await FindAsync(other);

        Assert.Equal([Told(first), Told(second), Told(third)], await told.NextAsync(3));

        static string Told(SnapshotManifest snapshot) => $$$$$"""{"data":{"onGoldRefreshed":{"snapshot":{"id":"{{{{{snapshot.Id}}}}}"}}}}""";
    }

    [Fact]
    public async Task A_table_that_does_not_exist_is_refused_at_once()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();

        var result = await service.RunAsync("""subscription { onGoldRefreshed(tables: ["nope"]) { tables { table } } }""");

        Assert.Equal("UNKNOWN_TABLE", Assert.Single(result.Errors!).Code);
        Assert.Null(result.Streams);
    }

    // As polling does.
    private static Task FindAsync(ServiceFixture service) => service.Get<ISnapshotConsumer>().RefreshAsync(CancellationToken.None);

    private static async Task<SnapshotManifest> RunAsync(ServiceFixture service, int days)
    {
        Directory.CreateDirectory(Path.Combine(service.Landing, "bcb"));
        var rates = Enumerable.Range(1, days).Select(day => $$"""{"data":"{{day:00}}/01/2024","valor":"0.04"}""");
        await File.WriteAllTextAsync(Path.Combine(service.Landing, "bcb", "selic.json"), $"[{string.Join(',', rates)}]");
        var run = await service.Get<IPipelineRunner>().RunAsync(new RunRequest(RunTrigger.CommandLine), null, CancellationToken.None);
        Assert.True(run.State is RunState.Succeeded, run.Reason);
        return (await service.Get<ISnapshotStore>().GetCurrentAsync(CancellationToken.None))!;
    }
}
