using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Sample;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Pipeline.Tests.Toys;

namespace NovaCorrente.Pipeline.Tests.Sample;

/// <summary>The product's pipeline, run once on the default sample.</summary>
public sealed class SamplePipeline : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SampleFolder _landing = null!;

    /// <summary>What was planted.</summary>
    public SampleReport Planted => _landing.Report;

    /// <summary>How the run went.</summary>
    public RunRecord Run { get; private set; } = null!;

    /// <summary>The snapshot it published.</summary>
    public SnapshotManifest Snapshot { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _landing = await SampleFolder.WriteAsync(SampleOptions.DefaultLines);
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Lake:Folder"] = _folder.File("lake"),
            ["Pipeline:LandingFolder"] = _landing.Path,
            ["Pipeline:WorkFolder"] = _folder.File("work"),
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new SettableTime(new DateTimeOffset(SampleFolder.Until, new TimeOnly(12, 0), TimeSpan.Zero).AddDays(1)))
            .AddLake(configuration)
            .AddPipeline(configuration)
            .BuildServiceProvider();
        Run = await services.GetRequiredService<IPipelineRunner>().RunAsync(new RunRequest(RunTrigger.CommandLine), null, CancellationToken.None);
        var snapshots = services.GetRequiredService<ISnapshotStore>();
        Snapshot = await snapshots.GetCurrentAsync(CancellationToken.None) ?? throw new InvalidOperationException(Run.Reason);
        foreach (var table in Snapshot.Tables)
        {
            await snapshots.DownloadAsync(table, _folder.File($"{table.Name}.parquet"), CancellationToken.None);
        }
    }

    /// <summary>One value from gold; <c>{table}</c> stands for the file of a table.</summary>
    public T? Scalar<T>(string sql)
    {
        foreach (var table in Snapshot.Tables)
        {
            sql = sql.Replace($"{{{table.Name}}}", $"'{_folder.File($"{table.Name}.parquet")}'", StringComparison.Ordinal);
        }

        return DuckDb.Scalar<T>(sql);
    }

    public Task DisposeAsync()
    {
        _landing.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
