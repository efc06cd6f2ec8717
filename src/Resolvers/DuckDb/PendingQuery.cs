using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace NovaCorrente.Resolvers.DuckDb;

/// <summary>
/// A query that DuckDB has begun but not yet worked on. DuckDB forgets an earlier interrupt when a query begins, so only from here on is
/// one sure to end it.
/// </summary>
internal sealed unsafe partial class PendingQuery : IDisposable
{
    private nint _pending;

    public PendingQuery(DuckDBPreparedStatement statement, bool streaming)
    {
        var state = streaming ? BeginStreaming(statement, out _pending) : Begin(statement, out _pending);
        if (state != DuckDBState.Success)
        {
            var error = Marshal.PtrToStringUTF8(ErrorOf(_pending)) ?? "DuckDB could not begin the query.";
            Dispose();
            throw new QueryException(error);
        }
    }

    /// <summary>Works until the result is there, or its first rows when they are streamed.</summary>
    public DuckDBState Complete(out DuckDBResult result)
    {
        fixed (DuckDBResult* target = &result)
        {
            return Complete(_pending, target);
        }
    }

    public void Dispose()
    {
        if (_pending != 0)
        {
            Destroy(ref _pending);
        }
    }

    [LibraryImport("duckdb", EntryPoint = "duckdb_pending_prepared")]
    private static partial DuckDBState Begin(DuckDBPreparedStatement statement, out nint pending);

    [LibraryImport("duckdb", EntryPoint = "duckdb_pending_prepared_streaming")]
    private static partial DuckDBState BeginStreaming(DuckDBPreparedStatement statement, out nint pending);

    [LibraryImport("duckdb", EntryPoint = "duckdb_execute_pending")]
    private static partial DuckDBState Complete(nint pending, DuckDBResult* result);

    [LibraryImport("duckdb", EntryPoint = "duckdb_pending_error")]
    private static partial nint ErrorOf(nint pending);

    [LibraryImport("duckdb", EntryPoint = "duckdb_destroy_pending")]
    private static partial void Destroy(ref nint pending);
}
