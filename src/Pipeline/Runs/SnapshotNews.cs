using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>That a snapshot has become current, as subscribers are told.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Tables">Its tables, in its order.</param>
public sealed record SnapshotNews(SnapshotManifest Snapshot, IReadOnlyList<TableNews> Tables)
{
    /// <summary>News of whoever made it current, who counted how it differs.</summary>
    public static SnapshotNews Of(SnapshotManifest snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new(snapshot, [.. snapshot.Tables.Select(Counted)]);
    }

    /// <summary>News of a snapshot that was found current. Manifests tell how it differs from the one known before only if they are neighbours.</summary>
    /// <param name="known">What was current when last looked at; null if nothing was.</param>
    /// <param name="found">What is current now.</param>
    public static SnapshotNews Found(SnapshotManifest? known, SnapshotManifest found)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (found.PreviousId == known?.Id)
        {
            return Of(found);
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
