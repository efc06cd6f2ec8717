using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Pipeline.Transforms;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>Counts how a snapshot differs from another one that is not its predecessor, over local copies of their files.</summary>
internal sealed class SnapshotComparison(PipelineDefinition definition, ISnapshotStore snapshots, PipelineOptions options, string folder)
{
    /// <summary>Copies all files of a snapshot, which verifies their checksums.</summary>
    public async Task FetchAsync(SnapshotManifest snapshot, CancellationToken cancellationToken)
    {
        foreach (var table in snapshot.Tables)
        {
            await snapshots.DownloadAsync(table, PathOf(table), cancellationToken);
        }
    }

    /// <summary>
    /// The manifest of a fetched snapshot as if it had been published after <paramref name="from"/>, its changes counted against that. A table whose earlier rows can no longer be
    /// read counts as replaced whole.
    /// </summary>
    public async Task<SnapshotManifest> ChangesAsync(SnapshotManifest? from, SnapshotManifest to, CancellationToken cancellationToken)
    {
        using var database = TransformDatabase.Open(folder, options, macros: "", new Dictionary<string, string>());
        var tables = new List<SnapshotTable>();
        foreach (var table in to.Tables)
        {
            var before = from?.Tables.FirstOrDefault(t => t.Name == table.Name);
            tables.Add(table with { Change = await ChangeAsync(before, table, database, cancellationToken) });
        }

        return to with { PreviousId = from?.Id, Tables = tables };
    }

    private async Task<TableChange> ChangeAsync(SnapshotTable? before, SnapshotTable after, TransformDatabase database, CancellationToken cancellationToken)
    {
        if (before?.Sha256 == after.Sha256)
        {
            return new TableChange(before.Rows, 0, 0, 0);
        }

        if (before is null || definition.Model.FindSql(after.Name) is not { } declaration)
        {
            return Replaced(before, after);
        }

        try
        {
            return await TableDiff.CompareAsync(database, snapshots, declaration, before, PathOf(after), cancellationToken);
        }
        catch (LakeException e) when (e.Fault is LakeFault.Missing or LakeFault.Corrupt)
        {
            // Damage of the snapshot that goes is a reason to roll back, not one against it.
            return Replaced(before, after);
        }
    }

    private static TableChange Replaced(SnapshotTable? before, SnapshotTable after) => new(before?.Rows ?? 0, after.Rows, 0, before?.Rows ?? 0);

    private string PathOf(SnapshotTable table) => Path.Combine(folder, $"{table.Name}.parquet");
}
