using System.Globalization;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Checks;

/// <summary>Derives the checks of a table from its declaration. The table must already have the declared columns.</summary>
internal static class TableChecks
{
    public static IEnumerable<TableCheck> Of(GoldTable table, GoldModel model, Func<GoldTable, bool> isUsable) =>
    [
        UniqueKey(table),
        .. table.Columns.Where(c => !c.Type.IsNullable).Select(c => NotNull(table, c)),
        .. table.Columns.Where(c => c.Type.Scalar is GoldScalar.Enum).Select(c => AcceptedValues(table, c, model)),
        .. table.Columns.Where(c => c.Range is not null).Select(c => Range(table, c, c.Range!)),
        .. table.ToOne.Where(r => !r.IsNullable && isUsable(r.Target)).Select(r => Reference(table, r)),
    ];

    private static TableCheck UniqueKey(GoldTable table)
    {
        var key = string.Join(", ", table.Key.Select(Name));
        var repeated = $"SELECT {KeyText(table)} AS key, count(*) AS rows FROM {Name(table)} GROUP BY {key} HAVING count(*) > 1";
        return new TableCheck(
            "unique_key",
            CheckSeverity.Error,
            $"SELECT coalesce(sum(rows - 1), 0)::BIGINT FROM ({repeated})",
            $"SELECT min(key) || ' occurs more than once' FROM ({repeated})");
    }

    private static TableCheck NotNull(GoldTable table, GoldColumn column) =>
        ByRow(table, $"not_null:{column.SqlName}", CheckSeverity.Error, $"{Name(column)} IS NULL", "'null'");

    private static TableCheck AcceptedValues(GoldTable table, GoldColumn column, GoldModel model)
    {
        var values = string.Join(", ", model.Enums.Single(e => e.Type == column.Type.EnumType).Values.Select(v => $"'{v.Name}'"));
        var refused = column.Type.IsList
            ? $"len(list_filter({Name(column)}, lambda value: value IS NULL OR value NOT IN ({values}))) > 0"
            : $"{Name(column)} NOT IN ({values})";
        return ByRow(table, $"accepted_values:{column.SqlName}", CheckSeverity.Error, refused, Name(column));
    }

    private static TableCheck Range(GoldTable table, GoldColumn column, RangeAttribute range)
    {
        var bounds = new[]
        {
            double.IsNegativeInfinity(range.Minimum) ? null : $"{Name(column)} < {Number(range.Minimum)}",
            double.IsPositiveInfinity(range.Maximum) ? null : $"{Name(column)} > {Number(range.Maximum)}",
        };
        return ByRow(table, $"range:{column.SqlName}", range.Severity, string.Join(" OR ", bounds.OfType<string>()), Name(column));
    }

    private static TableCheck Reference(GoldTable table, ToOneRelation relation)
    {
        var pairs = relation.ForeignKey.Zip(relation.Target.Key, (own, other) => $"other.{Name(other)} = own.{Name(own)}");
        var lost = $"SELECT {KeyText(table)} AS key FROM {Name(table)} AS own WHERE NOT EXISTS (FROM {Name(relation.Target)} AS other WHERE {string.Join(" AND ", pairs)})";
        return new TableCheck(
            $"reference:{Naming.Snake(relation.PropertyName)}",
            CheckSeverity.Error,
            $"SELECT count(*) FROM ({lost})",
            $"SELECT min(key) || ' has no {Naming.Snake(relation.PropertyName)}' FROM ({lost})");
    }

    private static TableCheck ByRow(GoldTable table, string rule, CheckSeverity severity, string broken, string shown) => new(
        rule,
        severity,
        $"SELECT count(*) FROM {Name(table)} WHERE {broken}",
        $"SELECT min(concat({KeyText(table)}, ': ', ({shown})::VARCHAR)) FROM {Name(table)} WHERE {broken}");

    private static string KeyText(GoldTable table) => $"concat_ws(' / ', {string.Join(", ", table.Key.Select(Name))})";

    private static string Name(GoldTable table) => $"gold.\"{table.SqlName}\"";

    private static string Name(GoldColumn column) => $"\"{column.SqlName}\"";

    private static string Number(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
