using DuckDB.NET.Native;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Sql;
using NovaCorrente.Schema.Gold.Model;
using static DuckDB.NET.Native.NativeMethods;

namespace NovaCorrente.Resolvers.Operations;

/// <summary>Writes records into tables made from the same declaration.</summary>
internal sealed class TableWriter(QueryConnection connection)
{
    /// <summary>Makes the table of a declaration, under its own name or another.</summary>
    public void Create(GoldTable table, string? name = null, bool temporary = false)
    {
        var columns = table.Columns.Select(c => $"{Quote(c.SqlName)} {c.Type.DuckDbName}{(c.Type.IsNullable ? "" : " NOT NULL")}");
        connection.Run($"CREATE {(temporary ? "TEMP " : "")}TABLE {Quote(name ?? table.SqlName)} ({string.Join(", ", columns)})");
    }

    /// <summary>Removes all rows.</summary>
    public void Clear(GoldTable table) => connection.Run($"DELETE FROM {Quote(table.SqlName)}");

    /// <summary>Removes the rows in which a column has a value.</summary>
    public void Remove(GoldTable table, string column, string value) =>
        Run($"DELETE FROM {Quote(table.SqlName)} WHERE {Quote(table.Column(column).SqlName)} = $1", value);

    /// <summary>Adds records.</summary>
    public void Insert(GoldTable table, IEnumerable<object> records, string? name = null)
    {
        var json = new RowJson(table);
        Run($"INSERT INTO {Quote(name ?? table.SqlName)} SELECT unnest(from_json($1::JSON, '{json.Structure}'), max_depth := 2)", json.Write(records));
    }

    private void Run(string sql, string parameter)
    {
        var query = connection.Prepare(sql);
        if (PreparedStatements.DuckDBBindVarchar(query.Statement, 1, parameter) != DuckDBState.Success)
        {
            throw new QueryException("A text could not be bound.");
        }

        query.Execute(streaming: false, CancellationToken.None).Dispose();
    }

    private static string Quote(string name) => DuckDbDialect.Instance.Quote(name);
}
