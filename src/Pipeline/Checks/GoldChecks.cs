using System.Data.Common;
using DuckDB.NET.Data;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Checks;

/// <summary>
/// Checks the gold tables of a database against their declarations: columns and types, unique keys, values that may not be null,
/// accepted values, ranges and references.
/// </summary>
public static class GoldChecks
{
    /// <summary>Runs every check of every snapshot table; a table without the declared columns gets no further checks.</summary>
    /// <param name="connection">An open connection to a database with the schema <c>gold</c>.</param>
    /// <param name="model">The declarations.</param>
    /// <param name="cancellationToken">Stops between two checks.</param>
    /// <returns>One result per rule, passed or not, with one offending row as its detail.</returns>
    public static IReadOnlyList<CheckResult> Run(DuckDBConnection connection, GoldModel model, CancellationToken cancellationToken = default)
    {
        var shaped = model.SnapshotTables.ToDictionary(t => t, t => Columns(connection, t));
        var results = new List<CheckResult>(shaped.Values);
        foreach (var table in model.SnapshotTables.Where(t => shaped[t].Passed))
        {
            foreach (var check in TableChecks.Of(table, model, target => shaped[target].Passed))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var violations = Convert.ToInt64(Scalar(connection, check.Violations), System.Globalization.CultureInfo.InvariantCulture);
                var detail = violations == 0 ? null : Scalar(connection, check.Example) as string;
                results.Add(new CheckResult(table.SqlName, check.Rule, check.Severity, violations == 0, violations, detail));
            }
        }

        return results;
    }

    private static CheckResult Columns(DuckDBConnection connection, GoldTable table)
    {
        var declared = table.Columns.Select(c => $"{c.SqlName} {c.Type.DuckDbName}").ToList();
        var actual = new List<string>();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT column_name || ' ' || data_type FROM duckdb_columns()
            WHERE database_name = current_database() AND schema_name = 'gold' AND table_name = $table ORDER BY column_index
            """;
        command.Parameters.Add(new DuckDBParameter("table", table.SqlName));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            actual.Add(reader.GetString(0));
        }

        var passed = declared.SequenceEqual(actual, StringComparer.Ordinal);
        return new CheckResult(table.SqlName, "columns", CheckSeverity.Error, passed, passed ? 0 : 1, passed ? null : Difference(declared, actual));
    }

    private static string Difference(List<string> declared, List<string> actual)
    {
        var missing = declared.Except(actual, StringComparer.Ordinal).ToList();
        var extra = actual.Except(declared, StringComparer.Ordinal).ToList();
        return (actual.Count, missing.Count, extra.Count) switch
        {
            (0, _, _) => "the table is missing",
            (_, 0, 0) => "the columns are not in declared order",
            _ => $"missing: {string.Join(", ", missing)}; not declared: {string.Join(", ", extra)}",
        };
    }

    private static object? Scalar(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
