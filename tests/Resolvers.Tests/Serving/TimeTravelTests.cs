using System.Text.Json;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Resolvers.Serving;
using NovaCorrente.Resolvers.Tests.Support;

namespace NovaCorrente.Resolvers.Tests.Serving;

public sealed class TimeTravelTests
{
    [Fact]
    public async Task Earlier_snapshots_answer_as_they_were_and_their_differences_are_told()
    {
        await using var service = await ServiceFixture.StartAsync();
        var first = await PublishAsync(service, ("02/01/2024", "0.043739"), ("03/01/2024", "0.043739"), ("04/01/2024", "0.05"));
        var between = DateTimeOffset.UtcNow;
        var second = await PublishAsync(service, ("02/01/2024", "0.043739"), ("03/01/2024", "0.044"), ("05/01/2024", "0.06"));

        Assert.Equal(["2024-01-02", "2024-01-03", "2024-01-05"], await DatesAsync(service, "interestRateDaily { nodes { date } }"));
        Assert.Equal(["2024-01-02", "2024-01-03", "2024-01-04"], await DatesAsync(service, $"interestRateDaily(asOf: \"{first}\") {{ nodes {{ date }} }}"));
        Assert.Equal(["2024-01-02", "2024-01-03", "2024-01-04"], await DatesAsync(service, $"interestRateDaily(asOf: \"{between:O}\") {{ nodes {{ date }} }}"));

        using var diff = JsonDocument.Parse(await service.AskAsync(
            $"{{ goldDiff(table: INTEREST_RATE_DAILY, from: \"{first}\", to: \"{second}\") {{ totalCount nodes {{ id kind changedFields before after }} pageInfo {{ hasNextPage endCursor }} }} }}"));
        var nodes = Connection(diff, "goldDiff").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(["CHANGED", "REMOVED", "ADDED"], nodes.Select(n => n.GetProperty("kind").GetString()));
        Assert.Contains("rate", nodes[0].GetProperty("changedFields").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal("2024-01-03", JsonDocument.Parse(nodes[0].GetProperty("id").GetString()!).RootElement.GetProperty("date").GetString());
        Assert.Equal(JsonValueKind.Null, nodes[1].GetProperty("after").ValueKind);
        Assert.Equal(JsonValueKind.Null, nodes[2].GetProperty("before").ValueKind);
    }

    [Fact]
    public async Task A_difference_is_paged_and_narrowed_and_the_current_snapshot_is_the_default()
    {
        await using var service = await ServiceFixture.StartAsync();
        var first = await PublishAsync(service, ("02/01/2024", "0.04"));
        await PublishAsync(service, ("02/01/2024", "0.04"), ("03/01/2024", "0.04"), ("04/01/2024", "0.04"));

        using var page = JsonDocument.Parse(await service.AskAsync(
            $"{{ goldDiff(table: INTEREST_RATE_DAILY, from: \"{first}\", kinds: [ADDED, REMOVED], first: 1) {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}"));
        var connection = Connection(page, "goldDiff");
        Assert.Equal(2, connection.GetProperty("totalCount").GetInt32());
        var cursor = connection.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        using var next = JsonDocument.Parse(await service.AskAsync(
            $"{{ goldDiff(table: INTEREST_RATE_DAILY, from: \"{first}\", kinds: [ADDED, REMOVED], first: 1, after: \"{cursor}\") {{ nodes {{ id }} pageInfo {{ hasNextPage }} }} }}"));
        Assert.Contains("2024-01-04", Connection(next, "goldDiff").GetProperty("nodes")[0].GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.False(Connection(next, "goldDiff").GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("2001-01-01T00:00:00Z")]
    [InlineData("../../current")]
    public async Task A_snapshot_that_is_gone_or_never_was_is_a_clear_error(string asOf)
    {
        await using var service = await ServiceFixture.StartAsync();
        await PublishAsync(service, ("02/01/2024", "0.04"));

        var answer = await service.AskAsync("query($asOf: ID) { interestRateDaily(asOf: $asOf) { totalCount } }", new { asOf });

        Assert.Contains("GOLD_SNAPSHOT_NOT_FOUND", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_snapshot_is_closed_when_nobody_asks_any_more()
    {
        await using var service = await ServiceFixture.StartAsync();
        var first = await PublishAsync(service, ("02/01/2024", "0.04"));
        await PublishAsync(service, ("02/01/2024", "0.05"));
        service.Get<ServingOptions>().PastIdle = TimeSpan.Zero;

        await service.AskAsync($"{{ interestRateDaily(asOf: \"{first}\") {{ totalCount }} }}");
        Assert.True(service.Get<PastSnapshots>().IsOpen(first));
        using (service.Get<PastSnapshots>().TryLease(first))
        {
            service.Get<PastSnapshots>().CloseIdle();
            Assert.True(service.Get<PastSnapshots>().IsOpen(first), "It is being read.");
        }

        service.Get<PastSnapshots>().CloseIdle();

        Assert.False(service.Get<PastSnapshots>().IsOpen(first));
        Assert.Contains("\"totalCount\":1", await service.AskAsync($"{{ interestRateDaily(asOf: \"{first}\") {{ totalCount }} }}"), StringComparison.Ordinal);
    }

    private static async Task<string> PublishAsync(ServiceFixture service, params (string Date, string Rate)[] rates)
    {
        Directory.CreateDirectory(Path.Combine(service.Landing, "bcb"));
        await File.WriteAllTextAsync(
            Path.Combine(service.Landing, "bcb", "selic.json"), JsonSerializer.Serialize(rates.Select(r => new { data = r.Date, valor = r.Rate })));
        var run = await service.Get<IPipelineRunner>().RunAsync(new RunRequest(RunTrigger.CommandLine), null, CancellationToken.None);
        Assert.True(run.State is RunState.Succeeded, run.Reason);
        return run.SnapshotId!;
    }

    private static async Task<IReadOnlyList<string>> DatesAsync(ServiceFixture service, string field)
    {
        using var answer = JsonDocument.Parse(await service.AskAsync($"{{ {field} }}"));
        return [.. Connection(answer, "interestRateDaily").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("date").GetString()!)];
    }

    private static JsonElement Connection(JsonDocument answer, string field)
    {
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.RootElement.GetProperty("data").GetProperty(field);
    }
}
