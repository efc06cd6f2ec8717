using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace NovaCorrente.Pipeline.Lake;

/// <summary>Registers the lake.</summary>
public static class LakeRegistration
{
    /// <summary>
    /// Adds <see cref="ILake"/> with the settings of section <c>Lake</c>: on an S3 server where an endpoint is set, else in a folder.
    /// A server that can't be used is an error; there is no falling back from one to the other.
    /// </summary>
    public static IServiceCollection AddLake(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LakeOptions>().Bind(configuration.GetSection("Lake")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LakeOptions>, LakeOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<ILake>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<LakeOptions>>().Value;
            var time = provider.GetRequiredService<TimeProvider>();
            return string.IsNullOrWhiteSpace(options.Endpoint) ? new DirectoryLake(options.Folder, time) : new ObservedLake(new MinioLake(options, time));
        });
    }
}
