using System.Globalization;
using Xunit.Abstractions;

namespace NovaCorrente.EndToEnd.Soak;

/// <summary>
/// Mixed load on two replicas while the source changes and servers come and go: no answer is wrong, no request is lost, nothing grows. Short
/// among the other tests; as long as <c>SOAK_MINUTES</c> says when the program <c>soak</c> runs it.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Clients = 6;
    private static readonly TimeSpan _short = TimeSpan.FromSeconds(25);

    [Fact]
    public async Task Under_load_with_servers_coming_and_going_every_answer_is_right_and_nothing_grows()
    {
        var minutes = Environment.GetEnvironmentVariable("SOAK_MINUTES");
        var duration = minutes is null ? _short : TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture));
        var seed = Environment.GetEnvironmentVariable("SOAK_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next(1, 1_000_000);
        output.WriteLine($"SOAK_SEED={seed}");

        await using var cluster = new SoakCluster();
        await cluster.StartAsync();
        var source = new SoakSource(cluster.Place, seed);
        var ledger = new SoakLedger(source);
        var listeners = cluster.Replicas.Select(replica => new SoakListener(replica, ledger)).ToList();
        var driver = new SoakDriver(cluster, source, ledger, listeners, seed);
        var watch = new ProcessWatch(cluster);
        await driver.PublishAsync();

        using var ending = new CancellationTokenSource();
        var work = Task.WhenAll(
        [
            .. listeners.Select(listener => Task.Run(() => listener.RunAsync(ending.Token))),
            .. Enumerable.Range(1, Clients).Select(i => Task.Run(() => new SoakClient(cluster, source, ledger, seed + i).RunAsync(ending.Token))),
            Task.Run(() => watch.RunAsync(ending.Token)),
        ]);
        await driver.RunAsync(duration);
        await ending.CancelAsync();
        await work;
        ledger.CheckOrder();
        if (minutes is not null)
        {
            CheckGrowth(watch, ledger);
        }

        var report = SoakReport.Write(ledger, driver, watch, duration, seed);
        output.WriteLine(report);
        if (Environment.GetEnvironmentVariable("SOAK_REPORT") is { } file)
        {
            await File.WriteAllTextAsync(file, report);
        }

        Assert.True(ledger.Faults.Count == 0, report);
        Assert.All(ledger.Tallies.Where(tally => tally.Key is "list" or "nested list" or "aggregate" or "search" or "export" or "persisted"), tally => Assert.True(tally.Value.Times.Count > 0));
        Assert.Equal(source.Revision, ledger.Revisions.Values.Max());
    }

    // Limits that only something that grows without end can pass; the table tells the rest.
    private static void CheckGrowth(ProcessWatch watch, SoakLedger ledger)
    {
        foreach (var (key, samples) in watch.Series.Where(series => series.Value.Count > 90))
        {
            var warm = SoakReport.Warm(samples);
            var (begin, end) = (warm.Take(30).ToList(), warm.TakeLast(30).ToList());
            Check("megabytes", s => s.Megabytes, factor: 1.25, more: 100);
            Check("open files", s => s.Handles, factor: 1.25, more: 60);
            Check("threads", s => s.Threads, factor: 1.25, more: 25);
            Check("kept files", s => s.Files, factor: 1.25, more: 40);

            void Check(string what, Func<ProcessWatch.Sample, double> value, double factor, double more)
            {
                if (end.Average(value) is var now && begin.Average(value) is var before && now > (before * factor) + more)
                {
                    ledger.Fault($"{key.Replica} ({key.Process}) grew from {before:0} to {now:0} {what}.");
                }
            }
        }
    }
}
