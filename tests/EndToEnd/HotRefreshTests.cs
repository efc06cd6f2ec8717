using System.Collections.Concurrent;
using NovaCorrente.EndToEnd.Support;

namespace NovaCorrente.EndToEnd;

/// <summary>Questions without pause while one snapshot after another is published.</summary>
public sealed class HotRefreshTests : IDisposable
{
    private const int Clients = 16;
    private const int Snapshots = 4;

    // What all fields of one answer must agree on: the lines there are and their quantity, told in four ways.
    private const string Query =
        """
        {
          purchaseLines(first: 1) { totalCount }
          purchaseLinesAggregate { nodes { count quantity { sum } } }
          parts(first: 1000) { nodes { purchaseLinesAggregate { count quantity { sum } } } }
          dataQuality(first: 1) { nodes { runId } }
        }
        """;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task No_request_fails_and_every_answer_is_of_one_snapshot()
    {
        await _place.WriteSampleAsync(lines: 1000);
        await using var host = await HostProcess.StartAsync(_place);
        Assert.Equal("SUCCEEDED", await host.RunPipelineAsync());
        using var stop = new CancellationTokenSource();
        var seen = new ConcurrentDictionary<string, Totals>();
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => AskAsync(host, seen, stop.Token))).ToList();
        await SeenAsync(1);

        for (var i = 1; i < Snapshots; i++)
        {
            _place.AddPurchaseLine(1000 * i);
            Assert.Equal("SUCCEEDED", await host.RunPipelineAsync());
            await SeenAsync(i + 1);
        }

        await stop.CancelAsync();
        await Task.WhenAll(clients);
        Assert.Equal(Snapshots, seen.Values.Select(totals => totals.Lines).Distinct().Count());

        Task SeenAsync(int snapshots) => WaitAsync(() => seen.Count == snapshots || clients.Any(client => client.IsFaulted));
    }

    private static async Task AskAsync(HostProcess host, ConcurrentDictionary<string, Totals> seen, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var data = await host.AskAsync(Query, CancellationToken.None);
            var all = data["purchaseLinesAggregate"]!["nodes"]![0]!;
            var totals = new Totals((int)all["count"]!, (decimal)all["quantity"]!["sum"]!);
            var parts = data["parts"]!["nodes"]!.AsArray().Select(part => part!["purchaseLinesAggregate"]!).ToList();
            Assert.Equal(totals.Lines, (int)data["purchaseLines"]!["totalCount"]!);
            Assert.Equal(totals, new Totals(parts.Sum(part => (int)part["count"]!), parts.Sum(part => (decimal?)part["quantity"]!["sum"] ?? 0)));
            Assert.Equal(totals, seen.GetOrAdd((string)data["dataQuality"]!["nodes"]![0]!["runId"]!, totals));
        }
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!condition())
        {
            await Task.Delay(50, limit.Token);
        }
    }

    private sealed record Totals(int Lines, decimal Quantity);
}
