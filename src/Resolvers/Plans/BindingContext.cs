using GraphQL.Validation;
using NovaCorrente.Resolvers.Paging;
using NovaCorrente.Schema.GraphTypes.Paging;

namespace NovaCorrente.Resolvers.Plans;

/// <summary>What one execution adds to a plan: the values of variables, and what follows from them.</summary>
/// <param name="variables">The values of the request's variables.</param>
/// <param name="paging">Page sizes.</param>
/// <param name="ownerKey">The key of the row that the object above the field names, when the field is such a row.</param>
internal sealed class BindingContext(Variables variables, PagingOptions paging, IReadOnlyList<object>? ownerKey = null)
{
    private readonly Dictionary<CursorPlan, object?[]> _cursors = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PagePlan, int> _sizes = new(ReferenceEqualityComparer.Instance);

    public Variables Variables { get; } = variables;

    public IReadOnlyList<object> OwnerKey { get; } = ownerKey ?? [];

    /// <summary>The decoded sort values of a cursor.</summary>
    /// <exception cref="Execution.GoldError">The cursor was not made by this service for this order.</exception>
    public object?[] Cursor(CursorPlan cursor)
    {
        if (!_cursors.TryGetValue(cursor, out var values))
        {
            var text = (string)cursor.Text.Read(this)!;
            values = CursorCodec.Decode(text, cursor);
            _cursors.Add(cursor, values);
        }

        return values;
    }

    /// <summary>How many rows a page shows at most.</summary>
    /// <exception cref="Execution.GoldError">The asked size is negative or above the limit.</exception>
    public int PageSize(PagePlan page)
    {
        if (!_sizes.TryGetValue(page, out var size))
        {
            size = page.Backward ? Checked(page.Last!, page) : page.First is null ? paging.DefaultPageSize : Checked(page.First, page);
            _ = TailSize(page);
            _sizes.Add(page, size);
        }

        return size;
    }

    /// <summary>With both <c>first</c> and <c>last</c>: how many of the first rows are shown, from the end.</summary>
    public int? TailSize(PagePlan page) => !page.Backward && page.Last is not null ? Checked(page.Last, page) : null;

    private int Checked(ValueSource source, PagePlan page)
    {
        var size = Convert.ToInt32(source.Read(this), System.Globalization.CultureInfo.InvariantCulture);
        return size < 0 ? throw PagingErrors.Negative(size, page.Coordinate)
            : size > paging.MaxPageSize ? throw PagingErrors.TooLarge(size, paging.MaxPageSize, page.Coordinate)
            : size;
    }
}
