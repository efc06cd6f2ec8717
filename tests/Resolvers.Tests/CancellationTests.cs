using System.Diagnostics;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Tests.Support;

namespace NovaCorrente.Resolvers.Tests;

/// <summary>A cancelled query ends inside DuckDB at once, whenever the cancellation comes, and leaves its connection fit for the next.</summary>
public sealed class CancellationTests(GoldFixture gold) : IClassFixture<GoldFixture>
{
    // Hours, if nobody stops it.
    private const string Endless = "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE (a.range * b.range) % 7 = 3";

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_long_query_is_interrupted(bool streaming)
    {
        using var lease = await gold.Database.LeaseAsync(default);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var watch = Stopwatch.StartNew();
        Assert.ThrowsAny<OperationCanceledException>(() => Read(lease.Connection, Endless, streaming, cancellation.Token));
        Assert.True(watch.Elapsed < Soon, $"It took {watch.Elapsed}.");
        Assert.Equal(60, Read(lease.Connection, "SELECT count(*) FROM part", streaming, default));
        Assert.ThrowsAny<OperationCanceledException>(() => Read(lease.Connection, Endless, streaming, cancellation.Token));
    }

    [Fact]
    public async Task A_cancellation_as_the_query_begins_is_not_lost()
    {
        using var lease = await gold.Database.LeaseAsync(default);
        for (var spins = 0; spins < 300; spins++)
        {
            using var cancellation = new CancellationTokenSource();
            var delay = spins * 40;
            var canceller = Task.Run(() =>
            {
                Thread.SpinWait(delay);
                cancellation.Cancel();
            });
            var query = Task.Run(() => Read(lease.Connection, Endless, streaming: false, cancellation.Token));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query.WaitAsync(Soon));
            await canceller;
        }

        Assert.Equal(60, Read(lease.Connection, "SELECT count(*) FROM part", streaming: false, default));
    }

    [Fact]
    public async Task A_cancellation_after_the_end_does_not_touch_the_next_query()
    {
        using var lease = await gold.Database.LeaseAsync(default);
        for (var i = 0; i < 200; i++)
        {
            using var cancellation = new CancellationTokenSource();
            Assert.Equal(60, Read(lease.Connection, "SELECT count(*) FROM part", streaming: false, cancellation.Token));
            var canceller = Task.Run(cancellation.Cancel);
            Assert.Equal(60, Read(lease.Connection, "SELECT count(*) FROM part", streaming: false, default));
            await canceller;
        }
    }

    [Fact]
    public async Task A_cancelled_request_gives_its_connection_back()
    {
        var document = GoldFixture.Parse("{ parts { totalCount } }");
        for (var i = 0; i < 50; i++)
        {
            using var cancelled = new CancellationTokenSource();
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gold.ExecuteAsync(document, cancellationToken: cancelled.Token));
        }

        using var answer = await gold.ExecuteAsync(document);
        Assert.Equal(60, answer.RootElement.GetProperty("data").GetProperty("parts").GetProperty("totalCount").GetInt32());
    }

    private static long Read(QueryConnection connection, string sql, bool streaming, CancellationToken cancellationToken)
    {
        using var result = connection.Prepare(sql).Execute(streaming, cancellationToken);
        using var chunk = result.Next()!;
        return chunk.Columns[0].Value<long>(0);
    }
}
