using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NovaCorrente.Host.Redis;
using NovaCorrente.Pipeline;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Tests.Redis;

/// <summary>What one replica shares with others: its registrations without a server around them.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="lakeFolder">The lake; replicas have it in common.</param>
    /// <param name="settings">Settings as on the command line.</param>
    public Replica(string lakeFolder, params IEnumerable<string> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddCommandLine([$"--Lake:Folder={lakeFolder}", "--Redis:CheckInterval=00:00:00.500", .. settings])
            .Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddLake(configuration)
            .AddRedis(configuration)
            .AddPipeline(configuration)
            .BuildServiceProvider(validateScopes: true);
    }

    public IPipelineEvents Events => Get<IPipelineEvents>();

    public IRunLock RunLock => Get<IRunLock>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Begins to hear what others announce.</summary>
    public async Task<Replica> ListenAsync()
    {
        await Get<ILake>().PrepareAsync(CancellationToken.None);
        await _services.GetServices<IHostedService>().OfType<RedisAnnouncements>().Single().StartAsync(CancellationToken.None);
        return this;
    }

    /// <summary>Makes a snapshot without tables current, as a run that is not announced would.</summary>
    public async Task PointAsync(string snapshotId, int number)
    {
        await PutAsync($"snapshots/{snapshotId}/manifest.json", $$"""
            {"id":"{{snapshotId}}","number":{{number}},"createdAt":"2026-10-31T05:00:00Z","runId":"r","previousId":null,
             "inputsHash":"","transformsHash":"","checksum":"","tables":[]}
            """);
        await PutAsync("current.json", $$"""{"id":"{{snapshotId}}","lastNumber":{{number}},"movedAt":"2026-10-31T05:00:00Z"}""");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>().OfType<RedisAnnouncements>())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }

    private async Task PutAsync(string key, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await Get<ILake>().PutAsync(LakeLayer.Gold, key, content, CancellationToken.None);
    }
}
