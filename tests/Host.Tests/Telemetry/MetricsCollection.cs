namespace NovaCorrente.Host.Tests.Telemetry;

/// <summary>
/// Metrics belong to a process, and a host is expected to have one of its own: what ends with another host of the same process, the
/// framework's meters among it, ends for all of them.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MetricsCollection
{
    public const string Name = "Metrics";
}
