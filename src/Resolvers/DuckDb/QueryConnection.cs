using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace NovaCorrente.Resolvers.DuckDb;

/// <summary>One DuckDB connection with the statements that it has prepared; used by one query at a time.</summary>
public sealed class QueryConnection : IDisposable
{
    private const int KeptStatements = 256;

    private readonly DuckDBNativeConnection _connection;
    private readonly Dictionary<string, LinkedListNode<PreparedQuery>> _prepared = new(StringComparer.Ordinal);
    private readonly LinkedList<PreparedQuery> _recent = [];

    internal QueryConnection(DuckDBNativeConnection connection) => _connection = connection;

    /// <summary>A statement, prepared now or before. It belongs to the connection; the least recently used are dropped.</summary>
    /// <exception cref="QueryException">DuckDB does not accept the statement.</exception>
    internal PreparedQuery Prepare(string sql)
    {
        if (_prepared.TryGetValue(sql, out var known))
        {
            _recent.Remove(known);
            _recent.AddFirst(known);
            return known.Value;
        }

        if (PreparedStatements.DuckDBPrepare(_connection, sql, out var handle) != DuckDBState.Success)
        {
            using (handle)
            {
                throw new QueryException(PreparedStatements.DuckDBPrepareError(handle));
            }
        }

        if (_recent.Count == KeptStatements)
        {
            var oldest = _recent.Last!.Value;
            _recent.RemoveLast();
            _prepared.Remove(oldest.Sql);
            oldest.Dispose();
        }

        var query = new PreparedQuery(sql, handle, _connection);
        _prepared.Add(sql, _recent.AddFirst(query));
        return query;
    }

    /// <summary>Runs a statement without parameters whose result does not matter.</summary>
    /// <exception cref="QueryException">DuckDB refused or failed it.</exception>
    internal void Run(string sql)
    {
        var state = Query.DuckDBQuery(_connection, sql, out var result);
        try
        {
            if (state != DuckDBState.Success)
            {
                throw new QueryException(Query.DuckDBResultError(ref result));
            }
        }
        finally
        {
            Query.DuckDBDestroyResult(ref result);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var query in _recent)
        {
            query.Dispose();
        }

        _connection.Dispose();
    }
}
