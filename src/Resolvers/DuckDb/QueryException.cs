namespace NovaCorrente.Resolvers.DuckDb;

/// <summary>DuckDB refused or failed a statement.</summary>
public sealed class QueryException(string message) : InvalidOperationException(message)
{
    /// <summary>
    /// Whether the statement names a table or column that the database does not have. Statements take their names from the model alone, so
    /// the database is then of an older model.
    /// </summary>
    public bool IsUnknownName =>
        Message.StartsWith("Catalog Error: Table with name", StringComparison.Ordinal)
        || (Message.StartsWith("Binder Error:", StringComparison.Ordinal) && Message.Contains("column", StringComparison.Ordinal));
}
