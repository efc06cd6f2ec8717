using System.Text.Json;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Resolvers.Tests.Support;

namespace NovaCorrente.Resolvers.Tests.Pipeline;

/// <summary>The real pipeline over a source of one file, rolled back through the API alone.</summary>
public sealed class RollbackGoldTests
{
    private const string Mutation =
        """
        mutation($id: String!) {
          rollbackGold(input: { snapshotId: $id }) {
            goldSnapshot { id isCurrent }
            errors { __typename ... on Error { message } ... on SnapshotNotFoundError { snapshotId } ... on SnapshotAlreadyCurrentError { snapshotId } }
          }
        }
        """;

    [Fact]
    public async Task Queries_are_answered_from_the_earlier_snapshot_at_once_and_the_history_tells_it()
    {
        await using var service = await ServiceFixture.StartAsync();
        var good = await PublishAsync(service, "0.04");
        var bad = await PublishAsync(service, "0.99");
        using var refreshed = await service.ListenAsync(
            """subscription { onGoldRefreshed(tables: ["interest_rate_daily"]) { snapshot { id } tables { rowsBefore rowsAfter rowsChanged } } }""");

        var answer = await service.AskAsync(Mutation, new { id = good });
        var after = await service.AskAsync("{ goldSnapshot { id } interestRateDaily { nodes { rate } } }");
        var history = await service.AskAsync(
            """
            { goldSnapshots { nodes { id isCurrent rolledBackBy } }
              pipelineRuns(where: { trigger: { eq: ROLLBACK } }) { nodes { state snapshotId rolledBackId reason } } }
            """);
        var rolledBackAt = await service.AskAsync($$"""{ goldSnapshotById: goldSnapshots(where: { id: { eq: "{{bad}}" } }) { nodes { rolledBackAt } } }""");

        Assert.Equal($$$$"""{"data":{"rollbackGold":{"goldSnapshot":{"id":"{{{{good}}}}","isCurrent":true},"errors":null}}}""", answer);
        Assert.Equal($$$$"""{"data":{"goldSnapshot":{"id":"{{{{good}}}}"},"interestRateDaily":{"nodes":[{"rate":0.04}]}}}""", after);
        using var told = JsonDocument.Parse(history);
        var snapshots = told.RootElement.GetProperty("data").GetProperty("goldSnapshots").GetProperty("nodes").EnumerateArray()
            .ToDictionary(s => s.GetProperty("id").GetString()!, s => s.GetProperty("isCurrent").GetBoolean());
        Assert.Equal((true, false), (snapshots[good], snapshots[bad]));
        var run = told.RootElement.GetProperty("data").GetProperty("pipelineRuns").GetProperty("nodes").EnumerateArray().Single();
        Assert.Equal(
            ("SUCCEEDED", good, bad, $"Rolled back from snapshot {bad} to {good}."),
            (run.GetProperty("state").GetString(), run.GetProperty("snapshotId").GetString(), run.GetProperty("rolledBackId").GetString(), run.GetProperty("reason").GetString()));
        Assert.DoesNotContain("null", rolledBackAt, StringComparison.Ordinal);
        Assert.Equal(
            $$$$"""{"data":{"onGoldRefreshed":{"snapshot":{"id":"{{{{good}}}}"},"tables":[{"rowsBefore":1,"rowsAfter":1,"rowsChanged":1}]}}}""",
            await refreshed.NextAsync());
    }

    [Fact]
    public async Task What_keeps_it_from_being_done_is_an_error_of_the_payload()
    {
        await using var service = await ServiceFixture.StartAsync();
        var current = await PublishAsync(service, "0.04");

        var unknown = await service.AskAsync(Mutation, new { id = "20200101T000000Z-0a0b0c0d" });
        var same = await service.AskAsync(Mutation, new { id = current });

        Assert.Equal(
            """{"data":{"rollbackGold":{"goldSnapshot":null,"errors":[{"__typename":"SnapshotNotFoundError","message":"There is no snapshot 20200101T000000Z-0a0b0c0d. It never was, or retention has removed it.","snapshotId":"20200101T000000Z-0a0b0c0d"}]}}}""",
            unknown);
        Assert.Equal(
            $$$$"""{"data":{"rollbackGold":{"goldSnapshot":null,"errors":[{"__typename":"SnapshotAlreadyCurrentError","message":"Snapshot {{{{current}}}} is the current one already.","snapshotId":"{{{{current}}}}"}]}}}""",
            same);
    }

    private static async Task<string> PublishAsync(ServiceFixture service, string rate)
    {
        Directory.CreateDirectory(Path.Combine(service.Landing, "bcb"));
        await File.WriteAllTextAsync(Path.Combine(service.Landing, "bcb", "selic.json"), $$"""[{"data":"02/01/2024","valor":"{{rate}}"}]""");
        var run = await service.Get<IPipelineRunner>().RunAsync(new RunRequest(RunTrigger.CommandLine), null, CancellationToken.None);
        Assert.True(run.State is RunState.Succeeded, run.Reason);
        return run.SnapshotId!;
    }
}
