using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Pipeline.Sources;
using NovaCorrente.Pipeline.Transforms;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Tests.Toys;

/// <summary>The whole engine on two small sources, wired as in production.</summary>
internal sealed class ToyPipeline : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Statements = new(StringComparer.Ordinal)
    {
        ["silver.cleaned"] = "select code, price, kind_of(kind) as kind from bronze.items -- read by silver only",
        ["silver.item"] = "select code, kind, price::decimal(18, 2) as price, getvariable('run_id') as run_id from silver.cleaned where price is not null",
        ["silver.quarantine"] = "select 'items' as source, 'MISSING_PRICE' as rule from silver.cleaned where price is null",
        ["silver.rate"] = "select day::date as day, value::decimal(18, 6) as value from bronze.rates where day::date <= getvariable('today')",
        ["gold.toy_item"] = """
            select code, kind, price, 1 as count, 2 as total, 0.5::double as weight, true as is_sold,
                null::date as "day", null::timestamp as seen_at, ['a'] as tags
            from silver.item
            """,
        ["gold.toy_total"] = "select kind, count(*) as items from gold.toy_item group by kind;",
        ["gold.toy_rate"] = "select day, value from silver.rate",
    };

    private readonly ServiceProvider _services;

    private ToyPipeline(ServiceProvider services) => _services = services;

    public ILake Lake => _services.GetRequiredService<ILake>();

    public PipelineRunner Runner => _services.GetRequiredService<PipelineRunner>();

    public IGoldRollback Rollback => _services.GetRequiredService<IGoldRollback>();

    public ISnapshotStore Snapshots => _services.GetRequiredService<ISnapshotStore>();

    public IRunLog Log => _services.GetRequiredService<IRunLog>();

    public IPipelineEvents Events => _services.GetRequiredService<IPipelineEvents>();

    public static ToyPipeline Open(
        string folder,
        IRunProbe? probe = null,
        TimeProvider? time = null,
        Action<PipelineOptions>? configure = null,
        Dictionary<string, string>? replace = null,
        string? lakeFolder = null,
        ILake? lake = null,
        ISnapshotConsumer? consumer = null,
        IRunLock? runLock = null)
    {
        var landing = Path.Combine(folder, "landing");
        Directory.CreateDirectory(landing);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton(lake ?? new DirectoryLake(lakeFolder ?? Path.Combine(folder, "lake")));
        services.AddSingleton(probe ?? new NoProbe());
        if (consumer is not null)
        {
            services.AddSingleton(consumer);
        }

        services.AddSingleton(new PipelineDefinition(
            ToyBronze.Sources,
            TransformCatalog.Of(
                Statements.Concat(replace ?? []).GroupBy(s => s.Key).ToDictionary(s => s.Key, s => s.Last().Value, StringComparer.Ordinal),
                "create macro kind_of(k) as upper(k); create macro unused(k) as k || getvariable('today')"),
            GoldModel.Of(typeof(ToyItem), typeof(ToyTotal), typeof(ToyRate)),
            null));
        services.AddPipeline(new ConfigurationBuilder().Build());
        if (runLock is not null)
        {
            services.AddSingleton(runLock);
        }

        services.AddSingleton<IBronze>(s => new ToyBronze(landing, s.GetRequiredService<ILake>()));
        services.PostConfigure<PipelineOptions>(o =>
        {
            o.WorkFolder = Path.Combine(folder, "work");
            o.Threads = 1;
            o.RequiredSources.Add("items");
            configure?.Invoke(o);
        });
        return new ToyPipeline(services.BuildServiceProvider(validateScopes: true));
    }

    public static void WriteItems(string folder, params string[] rows) => Write(folder, "items", "code,kind,price", rows);

    public static void WriteRates(string folder, params string[] rows) => Write(folder, "rates", "day,value", rows);

    public static void Break(string folder, string source) => File.WriteAllText(Path.Combine(folder, "landing", source + ".csv"), "BROKEN");

    public Task<RunRecord> RunAsync(bool force = false, IProgress<RunRecord>? progress = null, CancellationToken cancellationToken = default) =>
        Runner.RunAsync(new RunRequest(RunTrigger.CommandLine, Force: force), progress, cancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static void Write(string folder, string source, string header, string[] rows)
    {
        Directory.CreateDirectory(Path.Combine(folder, "landing"));
        File.WriteAllLines(Path.Combine(folder, "landing", source + ".csv"), rows.Prepend(header));
    }
}
