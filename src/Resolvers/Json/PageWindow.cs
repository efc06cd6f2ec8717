using NovaCorrente.Resolvers.Plans;

namespace NovaCorrente.Resolvers.Json;

/// <summary>Which of the fetched rows are shown, and whether there are more on either side.</summary>
internal readonly record struct PageWindow(int From, int To, bool HasPrevious, bool HasNext)
{
    public static PageWindow Of(PagePlan page, int fetched, BindingContext context)
    {
        var size = context.PageSize(page);
        if (page.Backward)
        {
            // The row too many is the first, because the page was counted from the end.
            var surplus = Math.Max(0, fetched - size);
            return new PageWindow(surplus, fetched, surplus > 0 || page.After is not null, page.Before is not null);
        }

        var shown = Math.Min(fetched, size);
        var from = context.TailSize(page) is { } tail ? Math.Max(0, shown - tail) : 0;
        return new PageWindow(from, shown, from > 0 || page.After is not null, fetched > size || page.Before is not null);
    }
}
