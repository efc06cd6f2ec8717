using DuckDB.NET.Data;
using NovaCorrente.Resolvers.DuckDb;

namespace NovaCorrente.Resolvers.Tests.Serving;

public sealed class QueryExceptionTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"nova-old-{Guid.NewGuid():N}.duckdb");

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("SELECT t0.\"name\" AS s0 FROM \"no_such_table\" t0", true)]
    [InlineData("SELECT t0.\"no_such_column\" AS s0 FROM \"part\" t0", true)]
    [InlineData("SELECT t0.\"name\" AS s0 FROM \"part\" t0 LEFT JOIN \"part\" t1 ON t1.\"no_such_column\" = t0.\"name\"", true)]
    [InlineData("SELECT FROM WHERE", false)]
    [InlineData("SELECT no_such_function(t0.\"name\") FROM \"part\" t0", false)]
    public async Task Names_that_a_database_does_not_have_are_told_from_other_faults(string sql, bool isUnknownName)
    {
        using (var old = new DuckDBConnection($"Data Source={_file}"))
        {
            old.Open();
            using var command = old.CreateCommand();
            command.CommandText = "CREATE TABLE part (name VARCHAR)";
            command.ExecuteNonQuery();
        }

        using var database = QueryDatabase.Open(_file, new QueryDatabaseOptions());
        using var connection = await database.LeaseAsync(CancellationToken.None);

        Assert.Equal(isUnknownName, Assert.Throws<QueryException>(() => connection.Connection.Prepare(sql)).IsUnknownName);
    }
}
