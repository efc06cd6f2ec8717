using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Redis;
using NovaCorrente.Pipeline;
using NovaCorrente.Pipeline.Backup;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Host.Cli;

/// <summary>The lake, the pipeline and the backups without a server around them, for verbs that work on the lake themselves.</summary>
internal static class LocalHost
{
    /// <param name="settings">Settings that win over all others.</param>
    /// <param name="time">The clock.</param>
    public static IHost Build(IReadOnlyDictionary<string, string?> settings, TimeProvider time)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Configuration.AddDeploymentEnvironment();
        builder.Configuration.AddInMemoryCollection(settings);

        // What a verb returns says all there is to say.
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(time);
        builder.Services.AddLake(builder.Configuration);
        builder.Services.AddRedis(builder.Configuration);
        builder.Services.AddPipeline(builder.Configuration);
        builder.Services.AddBackups(builder.Configuration);
        return builder.Build();
    }
}
