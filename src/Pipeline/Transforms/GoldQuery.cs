using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Transforms;

/// <summary>Makes of the statement of a gold table the rows as declared: its columns in their order and types, rows in layout order.</summary>
internal static class GoldQuery
{
    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE", "DECIMAL",
    };

    /// <exception cref="TransformException">The statement does not give the declared columns.</exception>
    public static string Of(Transform transform, GoldTable table, IReadOnlyList<(string Name, string Type)> selected)
    {
        var types = selected.ToDictionary(c => c.Name, c => c.Type, StringComparer.Ordinal);
        var problems = table.Columns.Where(c => !types.ContainsKey(c.SqlName)).Select(c => $"{c.SqlName} is declared but not selected")
            .Concat(types.Keys.Except(table.Columns.Select(c => c.SqlName)).Select(n => $"{n} is selected but not declared"))
            .Concat(table.Columns.Where(c => types.TryGetValue(c.SqlName, out var type) && !Fits(type, c.Type.DuckDbName))
                .Select(c => $"{c.SqlName} is {types[c.SqlName]} instead of {c.Type.DuckDbName}"))
            .ToList();
        if (problems.Count > 0)
        {
            throw new TransformException($"The columns of {transform.Name} are not as declared: {string.Join(", ", problems)}.");
        }

        var columns = table.Columns.Select(c => types[c.SqlName] == c.Type.DuckDbName
            ? TransformDatabase.Identifier(c.SqlName)
            : $"{TransformDatabase.Identifier(c.SqlName)}::{c.Type.DuckDbName} as {TransformDatabase.Identifier(c.SqlName)}");
        var layout = table.Layout.Concat(table.Key).Distinct().Select(c => TransformDatabase.Identifier(c.SqlName));
        return $"select {string.Join(", ", columns)}\nfrom (\n{transform.Sql}\n)\norder by {string.Join(", ", layout)}";
    }

    // Numbers are rounded to the declared scale; any other conversion would hide a mistake.
    private static bool Fits(string type, string declared) =>
        type == declared || type == "\"NULL\"" || (Numbers.Contains(Family(type)) && Numbers.Contains(Family(declared)));

    private static string Family(string type) => type.Split('(')[0];
}
