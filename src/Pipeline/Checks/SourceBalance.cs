using DuckDB.NET.Data;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Checks;

/// <summary>Checks that no row and no quantity is lost or made on the way: in = kept + quarantined + lawfully left out.</summary>
public static class SourceBalance
{
    private const string Sql = """
        SELECT
            source, 'rows_in_equal_rows_out' AS rule,
            abs(rows_in - rows_kept - rows_quarantined - rows_excluded)::BIGINT AS difference,
            format('{} in, {} kept, {} quarantined, {} left out', rows_in, rows_kept, rows_quarantined, rows_excluded) AS detail
        FROM silver.source_count
        UNION ALL
        SELECT
            source, 'quantity_in_equals_quantity_out',
            (quantity_in <> quantity_kept + quantity_quarantined)::BIGINT,
            format('{} in, {} kept, {} quarantined', quantity_in::VARCHAR, quantity_kept::VARCHAR, quantity_quarantined::VARCHAR)
        FROM (
            -- The sum over no row is null: nothing was kept, or nothing set aside.
            SELECT source, quantity_in, coalesce(quantity_kept, 0) AS quantity_kept, coalesce(quantity_quarantined, 0) AS quantity_quarantined
            FROM silver.source_count
            WHERE quantity_in IS NOT NULL
        )
        UNION ALL
        SELECT 'purchase_line', 'gold_rows_equal_silver_rows', abs(gold.lines - silver.lines)::BIGINT, format('{} in silver, {} in gold', silver.lines, gold.lines)
        FROM (SELECT count(*) AS lines FROM gold.purchase_line) AS gold, (SELECT count(*) AS lines FROM silver.purchase_line) AS silver
        UNION ALL
        SELECT 'demand_daily', 'quantity_equals_purchase_lines', (demand.quantity <> lines.quantity)::BIGINT,
            format('{} in lines, {} in demand', lines.quantity::VARCHAR, demand.quantity::VARCHAR)
        FROM (SELECT coalesce(sum(quantity), 0) AS quantity FROM gold.demand_daily) AS demand,
            (SELECT coalesce(sum(quantity), 0) AS quantity FROM gold.purchase_line) AS lines
        ORDER BY source, rule
        """;

    /// <summary>Runs the checks on a database with both silver and gold tables.</summary>
    /// <param name="connection">An open connection.</param>
    /// <returns>One result per source and rule; every failure is an error, because a lost row is a wrong figure.</returns>
    public static IReadOnlyList<CheckResult> Run(DuckDBConnection connection)
    {
        var results = new List<CheckResult>();
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var difference = reader.GetInt64(2);
            results.Add(new CheckResult(reader.GetString(0), reader.GetString(1), CheckSeverity.Error, difference == 0, difference, reader.GetString(3)));
        }

        return results;
    }
}
