using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace NovaCorrente.Resolvers.DuckDb;

/// <summary>A prepared statement of one connection.</summary>
internal sealed class PreparedQuery(string sql, DuckDBPreparedStatement statement, DuckDBNativeConnection connection) : IDisposable
{
    public string Sql { get; } = sql;

    public DuckDBPreparedStatement Statement { get; } = statement;

    /// <summary>Executes with the bound parameters. Cancelling interrupts DuckDB itself.</summary>
    /// <param name="streaming">Rows are computed as they are fetched, instead of all before the first.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="QueryException">DuckDB failed.</exception>
    public QueryResult Execute(bool streaming, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var pending = new PendingQuery(Statement, streaming);
        var interrupt = cancellationToken.UnsafeRegister(static c => ((DuckDBNativeConnection)c!).Interrupt(), connection);
        if (pending.Complete(out var result) == DuckDBState.Success)
        {
            return new QueryResult(result, interrupt, cancellationToken);
        }

        interrupt.Dispose();
        var error = Query.DuckDBResultError(ref result);
        Query.DuckDBDestroyResult(ref result);
        cancellationToken.ThrowIfCancellationRequested();
        throw new QueryException(error);
    }

    public void Dispose() => Statement.Dispose();
}
