using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Resolvers.Serving;

/// <summary>Tells what is served.</summary>
public interface IGoldStatus
{
    /// <summary>The snapshot that is served; null before there is one.</summary>
    SnapshotManifest? Current { get; }
}
