using DuckDB.NET.Data;
using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Sources;
using NovaCorrente.Pipeline.Transforms;

namespace NovaCorrente.Pipeline.Tests.Gold;

/// <summary>The silver tables as the real silver SQL makes them of nothing, so that the examples here can never drift from it.</summary>
internal static class SilverTables
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    /// <summary>Statements that create every silver table, empty.</summary>
    public static string Sql => Made.Value.GetAwaiter().GetResult();

    private static async Task<string> MakeAsync()
    {
        using var folder = new TemporaryFolder();
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        var store = new BronzeStore(new DirectoryLake(folder.Path), folder.Path);
        await new BronzeLoader(store, new RowConverter(store, Options.Create(new PipelineOptions()))).LoadAsync(connection, [], tables: null, CancellationToken.None);

        var catalog = TransformCatalog.Load();
        new TransformSettings().Apply(connection, GoldLab.Today, "run-1");
        var silver = catalog.Transforms.Where(t => t.Schema == "silver").Select(t => $"CREATE TABLE {t.Name} AS {t.Sql};");
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE SCHEMA silver; {catalog.Macros}; {string.Join('\n', silver)}";
        command.ExecuteNonQuery();

        command.CommandText = "SELECT string_agg(sql, chr(10)) FROM duckdb_tables() WHERE schema_name = 'silver'";
        return (string)command.ExecuteScalar()!;
    }
}
