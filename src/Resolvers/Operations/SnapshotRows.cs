using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Schema.Operations.Tables;

namespace NovaCorrente.Resolvers.Operations;

/// <summary>A snapshot as rows of the operations tables.</summary>
internal static class SnapshotRows
{
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="isCurrent">Whether it is the one that is published now.</param>
    /// <param name="rollback">The newest rollback from it, if there was any.</param>
    public static GoldSnapshot Snapshot(SnapshotManifest snapshot, bool isCurrent, RunRecord? rollback) => new()
    {
        Id = snapshot.Id,
        Number = snapshot.Number,
        IsCurrent = isCurrent,
        CreatedAt = Times.Stored(snapshot.CreatedAt),
        RunId = snapshot.RunId,
        PreviousId = snapshot.PreviousId,
        InputsHash = snapshot.InputsHash,
        TransformsHash = snapshot.TransformsHash,
        Checksum = snapshot.Checksum,
        RolledBackAt = Times.Stored(rollback?.FinishedAt),
        RolledBackBy = rollback?.RequestedBy,
        Rows = snapshot.Tables.Sum(t => t.Rows),
        Bytes = snapshot.Tables.Sum(t => t.Bytes),
    };

    public static IEnumerable<GoldSnapshotTable> Tables(SnapshotManifest snapshot) => snapshot.Tables.Select(table => new GoldSnapshotTable
    {
        SnapshotId = snapshot.Id,
        Name = table.Name,
        Rows = table.Rows,
        Bytes = table.Bytes,
        Sha256 = table.Sha256,
        SourceHash = table.SourceHash,
        DependsOn = table.DependsOn,
        FreshAsOf = Times.Stored(table.FreshAsOf),
        RowsBefore = table.Change.RowsBefore,
        RowsAdded = table.Change.Added,
        RowsChanged = table.Change.Changed,
        RowsRemoved = table.Change.Removed,
    });
}
