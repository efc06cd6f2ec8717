using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Transforms;

/// <summary>Counts by how many rows two Parquet files of a table differ, matched by key. Rows travel as hashes, so it needs little memory.</summary>
internal static class TableDiff
{
    /// <summary>Compares a table of an earlier snapshot, which is copied for it, with a local file.</summary>
    /// <exception cref="LakeException">The earlier table can no longer be read.</exception>
    public static async Task<TableChange> CompareAsync(
        TransformDatabase database, ISnapshotStore snapshots, GoldTable table, SnapshotTable before, string after, CancellationToken cancellationToken)
    {
        var old = after + ".before";
        try
        {
            await snapshots.DownloadAsync(before, old, cancellationToken);
            return await CompareAsync(database, table, old, after, cancellationToken);
        }
        finally
        {
            File.Delete(old);
        }
    }

    public static async Task<TableChange> CompareAsync(
        TransformDatabase database, GoldTable table, string before, string after, CancellationToken cancellationToken)
    {
        var old = $"read_parquet({TransformDatabase.Literal(before)})";
        var known = (await database.DescribeAsync($"from {old}", cancellationToken)).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var rowsBefore = await database.ScalarAsync<long>($"select count(*) from {old}", cancellationToken);
        if (!table.Key.All(k => known.Contains(k.SqlName)))
        {
            var rows = await database.ScalarAsync<long>($"select count(*) from read_parquet({TransformDatabase.Literal(after)})", cancellationToken);
            return new TableChange(rowsBefore, rows, 0, rowsBefore);
        }

        var counts = await database.ScalarAsync<string>(
            $"""
            select format('{"{} {} {}"}',
                count(*) filter (before.row is null),
                count(*) filter (before.row <> after.row),
                count(*) filter (after.row is null))
            from ({Rows(old, table, known)}) as before
            full join ({Rows($"read_parquet({TransformDatabase.Literal(after)})", table, null)}) as after
            on {string.Join(" and ", table.Key.Select(k => $"before.{Key(k)} = after.{Key(k)}"))}
            """,
            cancellationToken);
        return counts.Split(' ').Select(long.Parse).ToArray() is [var added, var changed, var removed]
            ? new TableChange(rowsBefore, added, changed, removed)
            : throw new InvalidOperationException($"Unexpected counts '{counts}'.");
    }

    // A column that one of the two has not counts as null there, so a new column changes only the rows in which it says something.
    private static string Rows(string source, GoldTable table, HashSet<string>? known)
    {
        var columns = table.Columns.Where(c => !c.IsKey)
            .Select(c => known?.Contains(c.SqlName) is false ? "null" : $"{TransformDatabase.Identifier(c.SqlName)}::{c.Type.DuckDbName}")
            .DefaultIfEmpty("0");
        return $"select {string.Join(", ", table.Key.Select(k => TransformDatabase.Identifier(k.SqlName)))}, hash({string.Join(", ", columns)}) as row from {source}";
    }

    private static string Key(GoldColumn column) => TransformDatabase.Identifier(column.SqlName);
}
