using DuckDB.NET.Data;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Serving;

/// <summary>Makes the local database of a snapshot from its Parquet files, in their order. A file that exists is complete.</summary>
internal sealed class SnapshotDatabaseBuilder(ISnapshotStore store, GoldModel model, ServingOptions options)
{
    /// <summary>Where the database of a snapshot is kept.</summary>
    public string PathOf(string snapshotId) => Path.Combine(options.Folder, snapshotId + ".duckdb");

    /// <summary>The database file of a snapshot, built now if it is not there yet.</summary>
    public async Task<string> BuildAsync(SnapshotManifest snapshot, CancellationToken cancellationToken)
    {
        var path = PathOf(snapshot.Id);
        if (File.Exists(path))
        {
            return path;
        }

        Directory.CreateDirectory(options.Folder);
        var work = Directory.CreateDirectory($"{path}.{Guid.NewGuid():N}.building").FullName;
        try
        {
            var unfinished = Path.Combine(work, "snapshot.duckdb");
            await LoadAsync(snapshot, work, unfinished, cancellationToken);
            File.Move(unfinished, path, overwrite: true);
            return path;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Removes what earlier processes left behind, but for one snapshot.</summary>
    public void Clean(string? keepSnapshotId)
    {
        if (!Directory.Exists(options.Folder))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(options.Folder, "*.building"))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(options.Folder, "*.duckdb"))
        {
            if (keepSnapshotId is null || file != PathOf(keepSnapshotId))
            {
                File.Delete(file);
            }
        }
    }

    private async Task LoadAsync(SnapshotManifest snapshot, string work, string path, CancellationToken cancellationToken)
    {
        await using var connection = new DuckDBConnection($"Data Source={path}");
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, $"SET memory_limit = '{options.Database.MemoryLimit}'", cancellationToken);
        foreach (var table in snapshot.Tables.Where(t => model.FindSql(t.Name) is not null))
        {
            var parquet = Path.Combine(work, table.Name + ".parquet");
            await store.DownloadAsync(table, parquet, cancellationToken);
            var source = parquet.Replace("'", "''", StringComparison.Ordinal);
            await ExecuteAsync(connection, $"CREATE TABLE \"{table.Name}\" AS FROM read_parquet('{source}')", cancellationToken);
            File.Delete(parquet);
        }

        await ExecuteAsync(connection, "CHECKPOINT", cancellationToken);
    }

    private static async Task ExecuteAsync(DuckDBConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
