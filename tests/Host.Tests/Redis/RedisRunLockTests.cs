using NovaCorrente.Host.Redis;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Servers;

namespace NovaCorrente.Host.Tests.Redis;

public sealed class RedisRunLockTests : IAsyncLifetime, IDisposable
{
    private readonly RedisServer _server = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nova-locks-");

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task One_replica_at_a_time_has_the_lock()
    {
        await using var one = ReplicaOf("one");
        await using var other = ReplicaOf("other");

        var held = await one.RunLock.TryAcquireAsync(default);
        Assert.NotNull(held);
        Assert.Null(await other.RunLock.TryAcquireAsync(default));
        Assert.Null(await one.RunLock.TryAcquireAsync(default));
        await held.DisposeAsync();

        await using var next = await other.RunLock.TryAcquireAsync(default);
        Assert.NotNull(next);
        Assert.False(next.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Of_many_that_ask_at_once_exactly_one_gets_it()
    {
        var replicas = Enumerable.Range(0, 5).Select(i => ReplicaOf($"{i}")).ToList();

        var leases = await Task.WhenAll(replicas.Select(r => r.RunLock.TryAcquireAsync(default)));

        Assert.Single(leases, lease => lease is not null);
        await leases.Single(lease => lease is not null)!.DisposeAsync();
        foreach (var replica in replicas)
        {
            await replica.DisposeAsync();
        }
    }

    [Fact]
    public async Task Without_the_server_the_lock_is_refused_by_name_and_the_lakes_own_lock_is_let_go()
    {
        await using var replica = ReplicaOf("one");
        await _server.KillAsync();

        var error = await Assert.ThrowsAsync<RunLockUnavailableException>(() => replica.RunLock.TryAcquireAsync(default));
        Assert.Contains($"127.0.0.1:{_server.Port}", error.Message, StringComparison.Ordinal);

        await _server.StartAgainAsync();
        IRunLease? lease = null;
        await Eventually.SucceedsAsync(async () => Assert.NotNull(lease = await replica.RunLock.TryAcquireAsync(default)));
        await lease!.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_was_restarted_gives_the_holder_its_lock_back()
    {
        await using var one = ReplicaOf("one");
        await using var other = ReplicaOf("other");
        var held = (await one.RunLock.TryAcquireAsync(default))!;

        await _server.KillAsync();
        await _server.StartAgainAsync();

        // The lock is taken anew: it is there although nobody else has asked for it.
        await Eventually.TrueAsync(() => HasLockAsync(other));
        Assert.Null(await other.RunLock.TryAcquireAsync(default));
        Assert.False(held.Lost.IsCancellationRequested);

        await held.DisposeAsync();
        await using var next = await other.RunLock.TryAcquireAsync(default);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task A_holder_learns_that_somebody_else_has_its_lock()
    {
        await using var one = ReplicaOf("one");
        await using var held = (await one.RunLock.TryAcquireAsync(default))!;

        var database = await one.Get<RedisConnection>().DatabaseAsync();
        await database.StringSetAsync("run-lock", "somebody else");

        await Eventually.TrueAsync(() => held.Lost.IsCancellationRequested);
    }

    // Each has a lake of its own, so that it is not the lake's lock that excludes.
    private Replica ReplicaOf(string name) => new(Path.Combine(_folder.FullName, name), _server.Settings);

    private static async Task<bool> HasLockAsync(Replica replica)
    {
        var (answered, exists) = await replica.Get<RedisConnection>().TryAsync(d => d.KeyExistsAsync("run-lock"), default);
        return answered && exists;
    }
}
