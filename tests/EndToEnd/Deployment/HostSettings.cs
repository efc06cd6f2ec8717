using NovaCorrente.Host.Hosting;
using NovaCorrente.Pipeline;
using NovaCorrente.Pipeline.Backup;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Resolvers.Serving;

namespace NovaCorrente.EndToEnd.Deployment;

/// <summary>Which names of settings the host understands.</summary>
internal static class HostSettings
{
    private static readonly Dictionary<string, Type> _sections = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Server"] = typeof(ServerOptions),
        ["Pipeline"] = typeof(PipelineOptions),
        ["Lake"] = typeof(LakeOptions),
        ["Serving"] = typeof(ServingOptions),
        ["Backup"] = typeof(BackupOptions),
    };

    /// <summary>Those that it does not.</summary>
    public static IEnumerable<string> Unknown(IEnumerable<string> names) => names.Where(name => !IsKnown(name));

    private static bool IsKnown(string name) =>
        name is "ASPNETCORE_ENVIRONMENT"
        || DeploymentEnvironment.Names.Contains(name)
        || (name.Split("__") is [var section, var key] && _sections.TryGetValue(section, out var options) && options.GetProperty(key) is { CanWrite: true });
}
