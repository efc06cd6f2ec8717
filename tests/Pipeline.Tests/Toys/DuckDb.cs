using System.Globalization;
using DuckDB.NET.Data;

namespace NovaCorrente.Pipeline.Tests.Toys;

/// <summary>One statement on a database of its own.</summary>
internal static class DuckDb
{
    public static void Execute(string sql) => Scalar<object>(sql);

    public static T? Scalar<T>(string sql)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        var value = command.ExecuteScalar();
        return value is null or DBNull ? default : (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture);
    }
}
