namespace NovaCorrente.Host.Caching;

/// <summary>Registers the cache of answers.</summary>
internal static class ResponseCacheRegistration
{
    /// <summary>Adds it, with the settings of section <c>ResponseCache</c>. Needs the gold resolvers; shares answers where there is somewhere to.</summary>
    public static IServiceCollection AddResponseCache(this IServiceCollection services)
    {
        services.AddOptions<ResponseCacheOptions>().BindConfiguration("ResponseCache").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CacheableOperations>();
        services.AddSingleton<ResponseCache>();
        return services;
    }
}
