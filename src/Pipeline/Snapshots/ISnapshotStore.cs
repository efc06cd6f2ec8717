namespace NovaCorrente.Pipeline.Snapshots;

/// <summary>The published snapshots of the lake. All of it is immutable but the pointer to the current one.</summary>
public interface ISnapshotStore
{
    /// <summary>The current snapshot, read anew from the lake; null before the first was published.</summary>
    Task<SnapshotManifest?> GetCurrentAsync(CancellationToken cancellationToken);

    /// <summary>A snapshot by id; null when it never was or is gone by retention.</summary>
    Task<SnapshotManifest?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>All snapshots that still exist, newest first.</summary>
    Task<IReadOnlyList<SnapshotManifest>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Copies the Parquet file of a table to a local path and verifies its checksum.</summary>
    /// <exception cref="Lake.LakeException">The file is gone or is not what the manifest says.</exception>
    Task DownloadAsync(SnapshotTable table, string path, CancellationToken cancellationToken);
}
