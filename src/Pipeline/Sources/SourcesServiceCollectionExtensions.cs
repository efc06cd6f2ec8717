using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Sources.Remote;
using Polly;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>Registers the way from the landing folder into bronze.</summary>
public static class SourcesServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IBronze"/>; needs an <see cref="ILake"/> and <see cref="PipelineOptions"/>. Pulls have their settings in section <c>Remote</c>.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RemoteOptions>().Bind(configuration.GetSection("Remote"));
        services.AddHttpClient(RemoteSources.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .AddResilienceHandler("retry", (pipeline, context) =>
            {
                var remote = context.ServiceProvider.GetRequiredService<IOptions<RemoteOptions>>().Value;
                if (remote.Retries > 0)
                {
                    pipeline.AddRetry(new HttpRetryStrategyOptions
                    {
                        MaxRetryAttempts = remote.Retries,
                        Delay = remote.RetryDelay,
                        BackoffType = DelayBackoffType.Exponential,
                        UseJitter = true,
                    });
                }

                pipeline.AddTimeout(remote.Timeout);
            });
        services.AddHttpClient(RemoteSources.ClientName).AddHttpMessageHandler(provider =>
            new WholeBodyHandler(provider.GetRequiredService<IOptions<RemoteOptions>>().Value.MaxBytes));
        services.AddSingleton<RemoteSources>();
        services.AddSingleton(provider => new BronzeStore(
            provider.GetRequiredService<ILake>(), provider.GetRequiredService<IOptions<PipelineOptions>>().Value.WorkFolder));
        services.AddSingleton<RowConverter>();
        services.AddSingleton<SourceReader>();
        services.AddSingleton<BronzeLoader>();
        services.AddSingleton<IBronze, Bronze>();
        return services;
    }
}
