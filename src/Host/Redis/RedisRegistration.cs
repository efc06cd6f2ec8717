using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Caching;
using NovaCorrente.Host.Requests.Persisted;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Redis;

/// <summary>Registers what replicas share through Redis.</summary>
internal static class RedisRegistration
{
    /// <summary>
    /// Adds announcements to all replicas, one lock for their runs and their persisted documents, with the settings of section <c>Redis</c>. Adds
    /// nothing where no host is set. Goes before the registrations of the pipeline and of the endpoint, which keep what is there.
    /// </summary>
    public static IServiceCollection AddRedis(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Redis");
        services.AddOptions<RedisOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<RedisOptions>, RedisOptionsValidator>();
        if (string.IsNullOrEmpty(section[nameof(RedisOptions.Host)]))
        {
            return services;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RedisConnection>();
        services.AddSingleton<RedisPipelineEvents>();
        services.AddSingleton<IPipelineEvents>(provider => provider.GetRequiredService<RedisPipelineEvents>());
        services.AddHostedService<RedisAnnouncements>();
        services.AddSingleton<IRunLock>(provider =>
            ActivatorUtilities.CreateInstance<RedisRunLock>(provider, LakeRunLock.Of(provider.GetRequiredService<ILake>())));
        services.AddSingleton<InMemoryOperationDocumentStorage>();
        services.AddSingleton<IOperationDocumentStorage, RedisOperationDocumentStorage>();
        services.AddSingleton<ISharedResponses, RedisSharedResponses>();
        services.AddHealthChecks().AddCheck<RedisHealth>("redis");
        return services;
    }
}
