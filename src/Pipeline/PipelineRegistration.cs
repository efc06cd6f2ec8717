using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Pipeline.Sources;
using NovaCorrente.Pipeline.Transforms;

namespace NovaCorrente.Pipeline;

/// <summary>Registers the pipeline.</summary>
public static class PipelineRegistration
{
    /// <summary>
    /// Adds the runner, the snapshots, the run log and their announcements, with the settings of sections <c>Pipeline</c> and <c>Transforms</c>.
    /// Needs an <see cref="ILake"/>. A lock or announcements that were registered before are kept.
    /// </summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PipelineOptions>().Bind(configuration.GetSection("Pipeline"));
        services.AddOptions<TransformSettings>().Bind(configuration.GetSection("Transforms"));
        services.AddSources(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IPipelineEvents, InProcessPipelineEvents>();
        services.TryAddSingleton<IRunProbe, NoProbe>();
        services.TryAddSingleton(_ => PipelineDefinition.Product());
        services.TryAddSingleton(provider => LakeRunLock.Of(provider.GetRequiredService<ILake>()));
        services.AddSingleton<ISnapshotStore, SnapshotStore>();
        services.AddSingleton<SnapshotPublisher>();
        services.AddSingleton<SnapshotRetention>();
        services.AddSingleton<Housekeeping>();
        services.AddSingleton<IRunLog, RunLog>();
        services.AddSingleton<RunRecovery>();
        services.AddSingleton<PipelineRunner>();
        services.AddSingleton<IPipelineRunner>(provider => provider.GetRequiredService<PipelineRunner>());
        services.AddSingleton<IGoldRollback, GoldRollback>();
        services.AddHostedService<PipelineLifetime>();
        return services;
    }
}
