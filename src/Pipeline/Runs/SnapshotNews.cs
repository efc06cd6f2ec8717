using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>That a snapshot is served, as subscribers are told.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Tables">Its tables, in its order.</param>
public sealed record SnapshotNews(SnapshotManifest Snapshot, IReadOnlyList<TableNews> Tables)
{
    /// <summary>Manifests tell how a snapshot differs from another only if they are neighbours.</summary>
    /// <param name="known">What was served before; null if nothing was.</param>
    /// <param name="found">What is served now.</param>
    public static SnapshotNews Found(SnapshotManifest? known, SnapshotManifest found)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (found.PreviousId == known?.Id)
        {
            return new(found, [.. found.Tables.Select(Counted)]);
        }

        var before = known?.Tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        var isUndone = known?.PreviousId == found.Id;
        return new(found, [.. found.Tables.Select(table => Compare(before?.GetValueOrDefault(table.Name), table, isUndone))]);
    }

    private static TableNews Counted(SnapshotTable table) =>
        new(table.Name, table.Change.RowsBefore, table.Rows, table.Change.Added, table.Change.Changed, table.Change.Removed);

    private static TableNews Compare(SnapshotTable? before, SnapshotTable after, bool isUndone) => before switch
    {
        null => new(after.Name, 0, after.Rows, after.Rows, 0, 0),
        _ when before.Sha256 == after.Sha256 => new(after.Name, before.Rows, after.Rows, 0, 0, 0),

        // What one step brought goes when it is taken back.
        _ when isUndone => new(after.Name, before.Rows, after.Rows, before.Change.Removed, before.Change.Changed, before.Change.Added),
        _ => new(after.Name, before.Rows, after.Rows, null, null, null),
    };
}
