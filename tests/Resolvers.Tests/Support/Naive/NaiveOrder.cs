using NovaCorrente.Schema.Gold.Model;
using Row = System.Collections.Generic.Dictionary<string, object?>;

namespace NovaCorrente.Resolvers.Tests.Support.Naive;

/// <summary>Puts rows in order: nulls last in both directions, the key at the end; without an order, as the table is laid out.</summary>
internal sealed class NaiveOrder(NaiveRows rows)
{
    public List<Row> Sort(GoldTable table, IEnumerable<Row> unordered, object? order)
    {
        var terms = new List<(Func<Row, object?> Value, bool Descending)>();
        foreach (var item in order is List<object?> list ? list : [order])
        {
            Add((NaiveObject?)item, table, row => row, terms);
        }

        foreach (var column in terms.Count == 0 ? table.Layout : table.Key)
        {
            terms.Add((row => row[column.FieldName], false));
        }

        var sorted = unordered.ToList();
        sorted.Sort((left, right) => terms.Select(t => Compare(t.Value(left), t.Value(right), t.Descending)).FirstOrDefault(c => c != 0));
        return sorted;
    }

    private void Add(NaiveObject? item, GoldTable table, Func<Row, Row?> reach, List<(Func<Row, object?>, bool)> terms)
    {
        foreach (var (name, value) in item ?? [])
        {
            if (table.Find(name) is ToOneRelation relation)
            {
                Add((NaiveObject)value!, relation.Target, row => rows.ToOne(reach(row), relation), terms);
            }
            else
            {
                terms.Add((row => reach(row)?[name], value is "DESC"));
            }
        }
    }

    private static int Compare(object? left, object? right, bool descending) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => descending ? -NaiveValues.Compare(left, right) : NaiveValues.Compare(left, right),
    };
}
