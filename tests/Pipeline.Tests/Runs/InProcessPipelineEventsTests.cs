using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Pipeline.Tests.Runs;

public sealed class InProcessPipelineEventsTests
{
    private readonly InProcessPipelineEvents _events = new();

    [Fact]
    public async Task Every_subscriber_gets_everything_from_its_subscription_on_in_order()
    {
        await PublishAsync(0, 5);
        var early = _events.RunChanges(default);
        await PublishAsync(5, 5);
        var late = _events.RunChanges(default);
        await PublishAsync(10, 5);

        Assert.Equal(Enumerable.Range(5, 10), await TakeAsync(early, 10));
        Assert.Equal(Enumerable.Range(10, 5), await TakeAsync(late, 5));
    }

    [Fact]
    public async Task A_subscriber_that_falls_behind_gets_what_was_kept_and_is_ended_while_others_go_on()
    {
        var slow = _events.RunChanges(default);
        var quick = _events.RunChanges(default).GetAsyncEnumerator();
        for (var i = 0; i < 1500; i++)
        {
            await PublishAsync(i, 1);
            Assert.True(await quick.MoveNextAsync());
        }

        var read = new List<int>();
        await Assert.ThrowsAsync<SubscriberBehindException>(async () =>
        {
            await foreach (var run in slow)
            {
                read.Add(int.Parse(run.Id, System.Globalization.CultureInfo.InvariantCulture));
            }
        });
        Assert.Equal(Enumerable.Range(0, 1024), read);
        await quick.DisposeAsync();
    }

    [Fact]
    public async Task A_cancelled_subscription_ends()
    {
        using var stop = new CancellationTokenSource();
        var reading = TakeAsync(_events.RunChanges(stop.Token), 1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task Only_what_is_served_is_news_and_it_is_told_in_that_order()
    {
        var told = _events.SnapshotsServed(default);
        var (one, two) = (Snapshots.Of("s1", null), Snapshots.Of("s2", "s1"));
        await _events.SnapshotPublishedAsync(one, default);
        await _events.SnapshotPublishedAsync(two, default);
        _events.SnapshotServed(one);
        _events.SnapshotServed(two);
        await _events.SnapshotPublishedAsync(one, default);
        _events.SnapshotServed(one);
        _events.CompleteSnapshots();

        Assert.Equal(["s1", "s2", "s1"], await told.Select(news => news.Snapshot.Id).ToListAsync());
    }

    [Fact]
    public async Task An_announcement_brings_its_counts_only_where_it_was_counted_against_what_is_served()
    {
        var told = _events.SnapshotsServed(default);
        var one = Snapshots.Of("s1", null, Snapshots.Table("part", 5, "a", new(0, 5, 0, 0)));
        var three = Snapshots.Of("s3", "s2", Snapshots.Table("part", 4, "c", new(6, 0, 0, 2)));
        var rolledBack = one with { PreviousId = "s3", Tables = [Snapshots.Table("part", 5, "a", new(4, 1, 2, 0))] };
        _events.SnapshotServed(three);
        await _events.SnapshotPublishedAsync(rolledBack, default);
        _events.SnapshotServed(one);
        _events.SnapshotServed(Snapshots.Of("s2", "s1", Snapshots.Table("part", 6, "b", new(5, 1, 0, 0))));
        await _events.SnapshotPublishedAsync(rolledBack, default);
        _events.SnapshotServed(Snapshots.Of("s4", "s2", Snapshots.Table("part", 7, "d", new(6, 1, 0, 0))));
        _events.SnapshotServed(one);
        _events.CompleteSnapshots();

        Assert.Equal(
            [new TableNews("part", 0, 4, 4, 0, 0), new("part", 4, 5, 1, 2, 0), new("part", 5, 6, 1, 0, 0), new("part", 6, 7, 1, 0, 0), new("part", 7, 5, null, null, null)],
            await told.Select(news => news.Tables[0]).ToListAsync());
    }

    private async Task PublishAsync(int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            await _events.RunChangedAsync(
                new RunRecord
                {
                    Id = i.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    Trigger = RunTrigger.Manual,
                    State = RunState.Running,
                    StartedAt = DateTimeOffset.UnixEpoch,
                },
                default);
        }
    }

    private static async Task<List<int>> TakeAsync(IAsyncEnumerable<RunRecord> runs, int count)
    {
        var ids = new List<int>();
        await foreach (var run in runs)
        {
            ids.Add(int.Parse(run.Id, System.Globalization.CultureInfo.InvariantCulture));
            if (ids.Count == count)
            {
                break;
            }
        }

        return ids;
    }
}
