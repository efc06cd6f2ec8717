using System.Security.Cryptography;
using System.Text;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Sorting;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>
/// Turns an <c>order</c> argument into terms. List order comes first, inside one object the order of writing; the primary key is
/// appended, so that no two rows tie and a keyset page is exact.
/// </summary>
internal sealed class OrderCompiler(RefusedInput refused)
{
    public IReadOnlyList<OrderTerm> Compile(InputNode? order, Join row)
    {
        var terms = new List<OrderTerm>();
        var items = order switch
        {
            null or NullInput => [],
            ListInput list => list.Items,
            _ => [order],
        };
        foreach (var item in items)
        {
            Add(item, row, terms);
        }

        // Without an order, rows come as they are laid out, which is also the cheapest way to read them.
        foreach (var column in terms.Count == 0 ? row.Table.Layout : row.Table.Key)
        {
            Append(new OrderTerm(new ColumnRef(row, column), Descending: false), terms);
        }

        return terms;
    }

    /// <summary>A short hash of an order; cursors carry it, so that one of another order is refused instead of misread.</summary>
    public static string Signature(GoldTable table, IReadOnlyList<OrderTerm> order)
    {
        var text = new StringBuilder(table.SqlName);
        foreach (var term in order)
        {
            for (var join = term.Reference.Join; join.Relation is not null; join = join.Parent!)
            {
                text.Append('.').Append(join.Relation.FieldName);
            }

            text.Append('.').Append(term.Reference.Column.SqlName).Append(term.Descending ? '-' : '+');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 3));
    }

    private void Add(InputNode item, Join row, List<OrderTerm> terms)
    {
        var sortType = row.Table.Name + "SortInput";
        foreach (var (name, value) in ((ObjectInput)item).Fields)
        {
            var member = row.Table.Find(name);
            if (value is NullInput)
            {
                var expectedType = member is ToOneRelation { Target.Name: var target } ? target + "SortInput!" : "SortEnumType!";
                refused.Sorting(value.Origin, name, sortType, expectedType);
                continue;
            }

            switch (member)
            {
                case GoldColumn column:
                    Append(new OrderTerm(new ColumnRef(row, column), IsDescending((LeafInput)value)), terms);
                    break;
                case ToOneRelation relation:
                    Add(value, row.To(relation).Deciding(), terms);
                    break;
                default:
                    throw new InvalidOperationException($"{row.Table.Name} cannot be ordered by '{name}'.");
            }
        }
    }

    // A literal carries the name of the enum member, a variable the member itself.
    public static bool IsDescending(LeafInput value) => value.Structural switch
    {
        "DESC" or SortDirection.Descending => true,
        "ASC" or SortDirection.Ascending => false,
        _ => throw new GoldError("HC0016", "The sort direction is neither ASC nor DESC."),
    };

    private static void Append(OrderTerm term, List<OrderTerm> terms)
    {
        if (!terms.Exists(t => t.Reference == term.Reference))
        {
            terms.Add(term);
        }
    }
}
