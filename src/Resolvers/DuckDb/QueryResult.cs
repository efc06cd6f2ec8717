using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace NovaCorrente.Resolvers.DuckDb;

/// <summary>The rows of an executed statement, fetched in chunks of columns.</summary>
internal sealed class QueryResult : IDisposable
{
    private readonly CancellationTokenRegistration _interrupt;
    private readonly CancellationToken _cancellationToken;
    private readonly int _columns;
    private DuckDBResult _result;

    public QueryResult(DuckDBResult result, CancellationTokenRegistration interrupt, CancellationToken cancellationToken)
    {
        _result = result;
        _interrupt = interrupt;
        _cancellationToken = cancellationToken;
        _columns = checked((int)Query.DuckDBColumnCount(ref _result));
    }

    /// <summary>The next chunk, which the caller disposes of; null after the last.</summary>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    /// <exception cref="QueryException">DuckDB failed.</exception>
    public ColumnChunk? Next()
    {
        var chunk = Query.DuckDBFetchChunk(_result);
        if (!chunk.IsInvalid)
        {
            return new ColumnChunk(chunk, _columns);
        }

        _cancellationToken.ThrowIfCancellationRequested();
        return Query.DuckDBResultError(ref _result) is { Length: > 0 } error ? throw new QueryException(error) : null;
    }

    public void Dispose()
    {
        // First, so that a late cancellation cannot interrupt the connection's next query.
        _interrupt.Dispose();
        Query.DuckDBDestroyResult(ref _result);
    }
}

/// <summary>Some rows of a result, column by column; the vectors are valid until it is disposed of.</summary>
internal sealed class ColumnChunk : IDisposable
{
    private readonly DuckDBDataChunk _chunk;

    public ColumnChunk(DuckDBDataChunk chunk, int columns)
    {
        _chunk = chunk;
        Rows = checked((int)DataChunks.DuckDBDataChunkGetSize(chunk));
        Columns = new ColumnVector[columns];
        for (var i = 0; i < columns; i++)
        {
            Columns[i] = ColumnVector.Of(DataChunks.DuckDBDataChunkGetVector(chunk, i));
        }
    }

    public int Rows { get; }

    public ColumnVector[] Columns { get; }

    public void Dispose() => _chunk.Dispose();
}
