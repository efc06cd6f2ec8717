using System.Threading.Channels;
using NovaCorrente.Host.Redis;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Servers;
using StackExchange.Redis;

namespace NovaCorrente.Host.Tests.Redis;

public sealed class RedisAnnouncementTests : IAsyncLifetime, IDisposable
{
    private readonly RedisServer _server = new() { Password = "wind-over-the-bay" };
    private readonly DirectoryInfo _lake = Directory.CreateTempSubdirectory("nova-replicas-");
    private readonly CancellationTokenSource _ending = new(TimeSpan.FromMinutes(4));

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    public void Dispose()
    {
        _ending.Dispose();
        _lake.Delete(recursive: true);
    }

    [Fact]
    public async Task States_of_a_run_reach_every_replica_once_and_in_order()
    {
        await using var one = await new Replica(_lake.FullName, _server.Settings).ListenAsync();
        await using var other = await new Replica(_lake.FullName, _server.Settings).ListenAsync();
        await ListeningAsync(one, other);
        var (here, there) = (Runs(one), Runs(other));

        foreach (var state in (RunState[])[RunState.Queued, RunState.Running, RunState.Succeeded])
        {
            await one.Events.RunChangedAsync(Run("r1", state), default);
        }

        await other.Events.RunChangedAsync(Run("r2", RunState.Queued), default);

        Assert.Equal(["r1 Queued", "r1 Running", "r1 Succeeded", "r2 Queued"], await TakeAsync(here, 4));
        Assert.Equal(["r1 Queued", "r1 Running", "r1 Succeeded", "r2 Queued"], (await TakeAsync(there, 4)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_so_before_a_replica_listens_is_no_news()
    {
        await using var one = await new Replica(_lake.FullName, _server.Settings).ListenAsync();
        await ListeningAsync(one);
        await SaveAndAnnounceAsync(one, Run("old", RunState.Succeeded));
        await using var other = new Replica(_lake.FullName, _server.Settings);
        var there = Runs(other);

        await other.ListenAsync();
        await ListeningAsync(one, other);
        await one.Events.RunChangedAsync(Run("r1", RunState.Queued), default);

        Assert.Equal(["r1 Queued"], await TakeAsync(there, 1));
    }

    [Fact]
    public async Task A_run_goes_on_without_Redis_and_what_was_missed_is_found_when_it_returns()
    {
        await using var one = await new Replica(_lake.FullName, _server.Settings).ListenAsync();
        await using var other = await new Replica(_lake.FullName, _server.Settings).ListenAsync();
        await ListeningAsync(one, other);
        var there = Runs(other);
        var snapshots = Snapshots(other);
        await SaveAndAnnounceAsync(one, Run("r1", RunState.Running));
        Assert.Equal(["r1 Running"], await TakeAsync(there, 1));

        await _server.KillAsync();
        await one.PointAsync("s1", 1);
        await SaveAndAnnounceAsync(one, Run("r1", RunState.Succeeded));
        Assert.Equal(["r1 Succeeded"], await TakeAsync(there, 1));
        Assert.Equal("s1", await snapshots.ReadAsync(_ending.Token));

        await _server.StartAgainAsync();
        await ListeningAsync(one, other);
        await one.Events.RunChangedAsync(Run("r2", RunState.Running), default);
        Assert.Equal(["r2 Running"], await TakeAsync(there, 1));
    }

    [Fact]
    public async Task A_replica_that_started_without_Redis_hears_the_others_once_it_is_there()
    {
        await _server.KillAsync();
        await using var one = await new Replica(_lake.FullName, _server.Settings).ListenAsync();
        await using var other = await new Replica(_lake.FullName, _server.Settings).ListenAsync();
        var there = Runs(other);
        await one.Events.RunChangedAsync(Run("unheard", RunState.Queued), default);

        await _server.StartAgainAsync();
        await ListeningAsync(one, other);
        await one.Events.RunChangedAsync(Run("r1", RunState.Queued), default);

        Assert.Equal(["r1 Queued"], await TakeAsync(there, 1));
    }

    [Fact]
    public async Task A_server_that_hangs_does_not_hold_up_a_run()
    {
        await using var one = await new Replica(_lake.FullName, _server.Settings).ListenAsync();
        await ListeningAsync(one);
        await _server.PauseAsync();

        var announcing = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                await one.Events.RunChangedAsync(Run($"r{i}", RunState.Running), default);
            }
        });

        // Waiting for an answer each time would take an hour.
        await announcing.WaitAsync(TimeSpan.FromMinutes(2));
        await _server.ResumeAsync();
    }

    [Fact]
    public async Task The_end_of_a_topic_ends_its_subscriptions()
    {
        await using var replica = await new Replica(_lake.FullName, _server.Settings).ListenAsync();
        await ListeningAsync(replica);
        var runs = Runs(replica);

        var connection = await replica.Get<RedisConnection>().OpenAsync();
        await connection.GetSubscriber().PublishAsync(replica.Get<RedisPipelineEvents>().Runs.Channel, """{"kind":1}""");

        await runs.Completion.WaitAsync(_ending.Token);
    }

    [Fact]
    public async Task Nonsense_on_a_channel_is_passed_over()
    {
        await using var replica = await new Replica(_lake.FullName, _server.Settings).ListenAsync();
        await ListeningAsync(replica);
        var runs = Runs(replica);
        var events = replica.Get<RedisPipelineEvents>();
        var subscriber = (await replica.Get<RedisConnection>().OpenAsync()).GetSubscriber();

        foreach (var message in (RedisValue[])["", "nonsense", "[]", "null", """{"body":{"id":1},"kind":0}""", new byte[] { 0xFF, 0x00 }])
        {
            await subscriber.PublishAsync(events.Runs.Channel, message);
            await subscriber.PublishAsync(events.Snapshots.Channel, message);
        }

        await subscriber.PublishAsync(events.Runs.Channel, RedisTopic<RunRecord>.Write(Run("r1", RunState.Queued)));
        Assert.Equal(["r1 Queued"], await TakeAsync(runs, 1));
    }

    private static RunRecord Run(string id, RunState state) => new()
    {
        Id = id,
        Trigger = RunTrigger.Manual,
        State = state,
        StartedAt = DateTimeOffset.UnixEpoch,
        FinishedAt = state is RunState.Succeeded ? DateTimeOffset.UnixEpoch : null,
    };

    private static async Task SaveAndAnnounceAsync(Replica replica, RunRecord run)
    {
        await replica.Get<IRunLog>().SaveAsync(run, default);
        await replica.Events.RunChangedAsync(run, default);
    }

    private ChannelReader<string> Runs(Replica replica) => Read(replica.Events.RunChanges(_ending.Token), run => $"{run.Id} {run.State}");

    private ChannelReader<string> Snapshots(Replica replica) => Read(replica.Events.SnapshotsPublished(_ending.Token), snapshot => snapshot.Id);

    private static ChannelReader<string> Read<T>(IAsyncEnumerable<T> source, Func<T, string> text)
    {
        var channel = Channel.CreateUnbounded<string>();
        _ = Task.Run(async () =>
        {
            await foreach (var item in source)
            {
                await channel.Writer.WriteAsync(text(item));
            }

            channel.Writer.Complete();
        });
        return channel.Reader;
    }

    private async Task<List<string>> TakeAsync(ChannelReader<string> items, int count)
    {
        var taken = new List<string>();
        while (taken.Count < count)
        {
            taken.Add(await items.ReadAsync(_ending.Token));
        }

        return taken;
    }

    // The server itself tells how many listen to a channel.
    private static async Task ListeningAsync(params Replica[] replicas)
    {
        var channel = replicas[0].Get<RedisPipelineEvents>().Runs.Channel;
        var connection = await replicas[0].Get<RedisConnection>().OpenAsync();
        await Eventually.SucceedsAsync(async () => Assert.Equal(replicas.Length, await connection.GetServers()[0].SubscriptionSubscriberCountAsync(channel)));
    }
}
