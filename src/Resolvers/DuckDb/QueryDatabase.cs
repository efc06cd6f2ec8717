using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Native;
using NovaCorrente.Resolvers.Telemetry;
using static DuckDB.NET.Native.NativeMethods;

namespace NovaCorrente.Resolvers.DuckDb;

/// <summary>
/// A DuckDB database file opened for reading only and locked down: a statement can reach nothing outside it and change no setting.
/// Connections are pooled; the pool is also the gate that limits how many queries run at once.
/// </summary>
public sealed class QueryDatabase : IDisposable
{
    private readonly DuckDBDatabase? _database;
    private readonly ConcurrentBag<QueryConnection> _idle = [];
    private readonly SemaphoreSlim _gate;
    private int _disposed;

    private QueryDatabase(DuckDBDatabase? database, int connections)
    {
        _database = database;
        _gate = new SemaphoreSlim(connections);
    }

    /// <summary>Opens a database file.</summary>
    /// <exception cref="QueryException">The file is not a database or cannot be opened.</exception>
    public static QueryDatabase Open(string path, QueryDatabaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Open(path, "READ_ONLY", options, []);
    }

    /// <summary>Attaches several database files, each under a name, to one empty database.</summary>
    /// <exception cref="QueryException">A file is not a database or cannot be opened.</exception>
    internal static QueryDatabase Attach(IReadOnlyList<(string Name, string Path)> files, QueryDatabaseOptions options) => Open(
        ":memory:",
        "AUTOMATIC",
        options,
        files.Select(f => $"ATTACH '{f.Path.Replace("'", "''", StringComparison.Ordinal)}' AS {f.Name} (READ_ONLY)"));

    private static QueryDatabase Open(string path, string accessMode, QueryDatabaseOptions options, IEnumerable<string> first)
    {
        Configuration.DuckDBCreateConfig(out var config);
        using (config)
        {
            Configuration.DuckDBSetConfig(config, "access_mode", accessMode);
            if (Startup.DuckDBOpen(path, out var handle, config, out var error) != DuckDBState.Success)
            {
                throw new QueryException($"'{path}' cannot be opened: {error}");
            }

            var database = new QueryDatabase(handle, options.Connections);
            using var connection = database.Connect();
            foreach (var statement in first.Concat(Settings(options)))
            {
                connection.Run(statement);
            }

            return database;
        }
    }

    /// <summary>A view of one open connection, as it sees its database: its queries wait for each other, and disposing of it closes the connection.</summary>
    internal static QueryDatabase Over(QueryConnection connection)
    {
        var database = new QueryDatabase(null, connections: 1);
        database._idle.Add(connection);
        return database;
    }

    /// <summary>Waits for a free connection; disposing of the lease gives it back.</summary>
    public async ValueTask<ConnectionLease> LeaseAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await _gate.WaitAsync(cancellationToken);
        GoldTelemetry.Waited(started);
        try
        {
            return new ConnectionLease(this, _idle.TryTake(out var connection) ? connection : Connect());
        }
        catch
        {
            _gate.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            while (_idle.TryTake(out var connection))
            {
                connection.Dispose();
            }

            _database?.Dispose();
            _gate.Dispose();
        }
    }

    internal void Return(QueryConnection connection)
    {
        _idle.Add(connection);
        _gate.Release();
    }

    private QueryConnection Connect() => Startup.DuckDBConnect(_database!, out var connection) == DuckDBState.Success
        ? new QueryConnection(connection)
        : throw new QueryException("DuckDB gave no connection.");

    // Locking is the last setting: after it none can be changed.
    private static IEnumerable<string> Settings(QueryDatabaseOptions options)
    {
        yield return $"SET memory_limit = '{options.MemoryLimit}'";
        if (options.Threads > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"SET threads = {options.Threads}");
        }

        if (options.SpillFolder is { } folder)
        {
            yield return $"SET temp_directory = '{folder.Replace("'", "''", StringComparison.Ordinal)}'";
        }

        yield return "SET TimeZone = 'UTC'";
        yield return "SET enable_external_access = false";
        yield return "SET lock_configuration = true";
    }
}

/// <summary>A connection for the time of one use.</summary>
public readonly struct ConnectionLease(QueryDatabase database, QueryConnection connection) : IDisposable
{
    /// <summary>The connection.</summary>
    public QueryConnection Connection { get; } = connection;

    /// <summary>Gives the connection back.</summary>
    public void Dispose() => database.Return(Connection);
}
