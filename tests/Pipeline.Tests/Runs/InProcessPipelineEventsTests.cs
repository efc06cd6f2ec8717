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
    public async Task A_snapshot_is_told_once_in_whatever_way_it_becomes_known()
    {
        using var stop = new CancellationTokenSource();
        var told = _events.SnapshotsPublished(stop.Token);
        var (one, two) = (Snapshots.Of("s1", null), Snapshots.Of("s2", "s1"));
        await _events.SnapshotFoundAsync(one, default);
        await _events.SnapshotPublishedAsync(one, default);
        await _events.SnapshotPublishedAsync(two, default);
        await _events.SnapshotFoundAsync(two, default);
        await _events.SnapshotFoundAsync(one, default);
        await _events.SnapshotFoundAsync(one, default);
        _events.CompleteSnapshots();

        Assert.Equal(["s1", "s2", "s1"], await told.Select(news => news.Snapshot.Id).ToListAsync());
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
