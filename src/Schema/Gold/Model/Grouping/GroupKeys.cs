using System.Runtime.CompilerServices;

namespace NovaCorrente.Schema.Gold.Model.Grouping;

/// <summary>
/// All that rows of a table can be grouped by: its own columns, columns one and two to-one relations away, and parts of its own dates.
/// </summary>
public static class GroupKeys
{
    private const int Steps = 2;

    private static readonly ConditionalWeakTable<GoldTable, IReadOnlyList<GroupKey>> Known = [];

    /// <summary>The choices, own columns first, each name once.</summary>
    public static IReadOnlyList<GroupKey> Of(GoldTable table) => Known.GetValue(table, static t => [.. Reach(t, [], t).DistinctBy(k => k.Name)]);

    private static IEnumerable<GroupKey> Reach(GoldTable start, ToOneRelation[] path, GoldTable table)
    {
        var prefix = string.Concat(path.Select(r => Naming.Upper(r.PropertyName) + "_"));
        foreach (var column in table.Columns.Where(c => !c.Type.IsList && (path.Length == 0 || IsLabel(c))))
        {
            yield return new GroupKey(prefix + Naming.Upper(column.PropertyName), path, column, null);
            if (path.Length == 0 && column.Type.Scalar is GoldScalar.Date)
            {
                foreach (var part in Enum.GetValues<DatePart>())
                {
                    yield return new GroupKey($"{Naming.Upper(column.PropertyName)}_{Naming.Upper(part.ToString())}", path, column, part);
                }
            }
        }

        if (path.Length < Steps)
        {
            // A way back to the start would only repeat its own columns.
            foreach (var key in table.ToOne.Where(r => r.Target != start).SelectMany(r => Reach(start, [.. path, r], r.Target)))
            {
                yield return key;
            }
        }
    }

    // Measures of other tables are no labels for groups.
    private static bool IsLabel(GoldColumn column) => column.Type.Scalar is GoldScalar.Text or GoldScalar.Enum or GoldScalar.Boolean or GoldScalar.Date;
}
