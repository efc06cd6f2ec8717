using System.Globalization;

namespace NovaCorrente.Pipeline.Transforms;

/// <summary>A hash over the rows of a table, whatever their order. It tells whether rows have changed; it does not resist an attacker.</summary>
internal static class RowHash
{
    public static async Task<string> OfAsync(
        TransformDatabase database, string name, IReadOnlyList<(string Name, string Type)> columns, CancellationToken cancellationToken)
    {
        // The id of the run tells where a row comes from and is no part of what it says.
        var counted = columns.Where(c => c.Name != RunVariables.RunId).ToList();
        var schema = TransformDatabase.Literal(string.Join(',', counted.Select(c => $"{c.Name} {c.Type}")));
        return await database.ScalarAsync<string>(
            $"select format('{{}}-{{}}-{{}}-{{}}', hash({schema}), count(*), coalesce(bit_xor(row), 0), coalesce(sum(row), 0)) "
            + string.Create(CultureInfo.InvariantCulture, $"from (select {Expression(counted.Select(c => c.Name))} as row from {name})"),
            cancellationToken);
    }

    /// <summary>The hash of one row over some of its columns, as an expression.</summary>
    public static string Expression(IEnumerable<string> columns) =>
        columns.Select(TransformDatabase.Identifier).ToList() is { Count: > 0 } names ? $"hash({string.Join(", ", names)})" : "hash(0)";
}
