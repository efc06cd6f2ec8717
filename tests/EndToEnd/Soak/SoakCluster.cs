using NovaCorrente.EndToEnd.Support;
using NovaCorrente.Servers;

namespace NovaCorrente.EndToEnd.Soak;

/// <summary>Two processes of the service on one Redis and one S3 server, with a balancer of a sort: requests go to who says that it is ready.</summary>
internal sealed class SoakCluster : IAsyncDisposable
{
    private static readonly TimeSpan _probeInterval = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _ending = new();
    private readonly List<SoakReplica> _replicas = [];
    private Task _probing = Task.CompletedTask;

    public Workplace Place { get; } = new();

    public RedisServer Redis { get; } = new();

    public S3Server Lake { get; } = new();

    public IReadOnlyList<SoakReplica> Replicas => _replicas;

    public async Task StartAsync()
    {
        await Place.WriteSampleAsync(lines: 300);
        await Task.WhenAll(Redis.InitializeAsync(), Lake.InitializeAsync());
        foreach (var name in (string[])["one", "other"])
        {
            _replicas.Add(new SoakReplica(name, await StartAsync(name)));
        }

        _probing = Task.WhenAll(_replicas.Select(replica => Task.Run(() => ProbeAsync(replica))));
    }

    /// <summary>A replica that takes requests; waits for one if there is none.</summary>
    public async Task<SoakReplica> PickAsync(Random random, CancellationToken cancellationToken)
    {
        while (true)
        {
            var ready = _replicas.Where(replica => replica.IsReady).ToList();
            if (ready.Count > 0)
            {
                return ready[random.Next(ready.Count)];
            }

            await Task.Delay(_probeInterval, cancellationToken);
        }
    }

    /// <summary>Ends a replica with SIGTERM and starts it again, as a deployment does.</summary>
    /// <returns>The exit code of the one that ended.</returns>
    public async Task<int> RestartAsync(SoakReplica replica)
    {
        var code = await replica.Process.TerminateAsync();
        await replica.Process.DisposeAsync();
        replica.Process = await StartAsync(replica.Name);
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _probing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var replica in _replicas)
        {
            await replica.Process.DisposeAsync();
        }

        await Redis.DisposeAsync();
        await Lake.DisposeAsync();
        Place.Dispose();
        _ending.Dispose();
    }

    /// <summary>The folder of a replica's own.</summary>
    public string FolderOf(string name) => Path.Combine(Place.Folder, name);

    private Task<HostProcess> StartAsync(string name) => HostProcess.StartAsync(
        Place,
        [
            $"--Pipeline:WorkFolder={Path.Combine(FolderOf(name), "work")}",
            $"--Serving:Folder={Path.Combine(FolderOf(name), "serving")}",
            "--Serving:PollInterval=00:00:02",
            "--Serving:PastIdle=00:00:10",
            "--Redis:CheckInterval=00:00:02",
            "--Server:DrainDelay=00:00:10",
            "--Server:ShutdownTimeout=00:01:00",
            .. Redis.Settings,
            .. Lake.Settings,
        ]);

    private async Task ProbeAsync(SoakReplica replica)
    {
        while (!_ending.IsCancellationRequested)
        {
            replica.IsReady = await replica.Process.IsReadyAsync(_ending.Token);
            await Task.Delay(_probeInterval, _ending.Token);
        }
    }
}
