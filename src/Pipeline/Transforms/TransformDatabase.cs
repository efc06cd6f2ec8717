using System.Globalization;
using DuckDB.NET.Data;

namespace NovaCorrente.Pipeline.Transforms;

/// <summary>
/// The DuckDB database of one run: the tables of bronze, and silver and gold as views over local Parquet files, in a work folder where it also
/// spills what does not fit in its memory limit.
/// </summary>
internal sealed class TransformDatabase : IDisposable
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    private TransformDatabase(DuckDBConnection connection, string folder)
    {
        Connection = connection;
        Folder = folder;
    }

    /// <summary>The one connection; variables and macros live on it.</summary>
    public DuckDBConnection Connection { get; }

    /// <summary>The work folder of the run.</summary>
    public string Folder { get; }

    public static TransformDatabase Open(
        string folder, PipelineOptions options, string macros, IReadOnlyDictionary<string, string> variables)
    {
        Directory.CreateDirectory(folder);
        var connection = new DuckDBConnection($"Data Source={Path.Combine(folder, "run.duckdb")}");
        var database = new TransformDatabase(connection, folder);
        try
        {
            connection.Open();
            database.Execute($"set memory_limit = {Literal(options.MemoryLimit)}");
            database.Execute($"set temp_directory = {Literal(Path.Combine(folder, "spill"))}");
            database.Execute("set enable_progress_bar = false; set autoinstall_known_extensions = false; set autoload_known_extensions = false");
            database.Execute("set TimeZone = 'UTC'");
            if (options.Threads > 0)
            {
                database.Execute(string.Create(CultureInfo.InvariantCulture, $"set threads = {options.Threads}"));
            }

            database.Execute("create schema bronze; create schema silver; create schema gold");
            foreach (var (name, literal) in variables)
            {
                database.Execute($"set variable {Identifier(name)} = {literal}");
            }

            if (macros.Length > 0)
            {
                database.Execute(macros);
            }

            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Whether a table can be read.</summary>
    public bool Has(string name) => _files.ContainsKey(name);

    /// <summary>The Parquet file behind a table.</summary>
    public string FileOf(string name) => _files[name];

    /// <summary>A place for the Parquet file of a table.</summary>
    public string PathFor(string name) => Path.Combine(Folder, name + ".parquet");

    /// <summary>Makes a table of a local Parquet file.</summary>
    public void Attach(string name, string path)
    {
        Execute($"create or replace view {QualifiedName(name)} as select * from read_parquet({Literal(path)})");
        _files[name] = path;
    }

    /// <summary>Lets the rows of large inserts keep or lose their order; without an order they need far less memory.</summary>
    public void PreserveOrder(bool preserve) => Execute($"set preserve_insertion_order = {(preserve ? "true" : "false")}");

    /// <summary>Writes the rows of a query to a Parquet file and tells how many there are.</summary>
    public async Task<long> CopyAsync(string query, string path, CancellationToken cancellationToken)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = $"copy (\n{query}\n) to {Literal(path)} (format parquet, compression zstd)";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return await ScalarAsync<long>($"select num_rows from parquet_file_metadata({Literal(path)})", cancellationToken);
    }

    /// <summary>Names and types of the columns of a query.</summary>
    public async Task<IReadOnlyList<(string Name, string Type)>> DescribeAsync(string query, CancellationToken cancellationToken)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = $"describe (\n{query}\n)";
        using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var columns = new List<(string, string)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        return columns;
    }

    public async Task<T> ScalarAsync<T>(string sql, CancellationToken cancellationToken)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync(cancellationToken))!, typeof(T), CultureInfo.InvariantCulture);
    }

    public void Dispose() => Connection.Dispose();

    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string QualifiedName(string name) => string.Join('.', name.Split('.').Select(Identifier));

    private void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
