using DuckDB.NET.Native;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Schema.Gold.Model;
using static DuckDB.NET.Native.NativeMethods;

namespace NovaCorrente.Resolvers.Operations;

/// <summary>
/// The operations tables in a small database in memory. One writer changes them in transactions; readers each hold a connection inside
/// a transaction of their own, so that what they see does not move under them.
/// </summary>
internal sealed class OperationsStore : IDisposable
{
    private readonly DuckDBDatabase _database;
    private readonly QueryConnection _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly string _firstTable;
    private bool _disposed;

    public OperationsStore(GoldModel model)
    {
        Configuration.DuckDBCreateConfig(out var config);
        using (config)
        {
            if (Startup.DuckDBOpen(":memory:", out _database, config, out var error) != DuckDBState.Success)
            {
                throw new QueryException($"The operations database cannot be opened: {error}");
            }
        }

        _writer = Connect();
        var tables = new TableWriter(_writer);
        foreach (var table in model.OperationsTables)
        {
            tables.Create(table);
        }

        _firstTable = model.OperationsTables.First().SqlName;
        foreach (var setting in (string[])["memory_limit = '256MB'", "TimeZone = 'UTC'", "enable_external_access = false", "lock_configuration = true"])
        {
            _writer.Run("SET " + setting);
        }
    }

    /// <summary>Changes tables; readers see all of it or nothing.</summary>
    public async Task WriteAsync(Action<TableWriter> write, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _writer.Run("BEGIN TRANSACTION");
            try
            {
                write(new TableWriter(_writer));
                _writer.Run("COMMIT");
            }
            catch
            {
                _writer.Run("ROLLBACK");
                throw;
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>A connection that sees the tables as they are now until it is disposed of.</summary>
    public QueryConnection Pin()
    {
        var connection = Connect();
        try
        {
            connection.Run("BEGIN TRANSACTION");

            // A transaction takes its view of the database when it first touches it.
            connection.Run($"SELECT 1 FROM \"{_firstTable}\" LIMIT 1");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Waits for a change under way; later ones find that the store is gone.</summary>
    public void Dispose()
    {
        _writing.Wait();
        try
        {
            _disposed = true;
            _writer.Dispose();
            _database.Dispose();
        }
        finally
        {
            _writing.Release();
        }
    }

    private QueryConnection Connect() => Startup.DuckDBConnect(_database, out var connection) == DuckDBState.Success
        ? new QueryConnection(connection)
        : throw new QueryException("DuckDB gave no connection.");
}
