using NovaCorrente.Host.Auth;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Host.Cli;

/// <summary>What issues tokens and keys, without a server around it.</summary>
internal static class CredentialSession
{
    /// <summary>Builds it from the settings that the server would get, with those of a command line on top.</summary>
    public static IHost Build(IReadOnlyDictionary<string, string?> settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Configuration.AddDeploymentEnvironment();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddLake(builder.Configuration);
        builder.Services.AddCredentials();
        return builder.Build();
    }
}
