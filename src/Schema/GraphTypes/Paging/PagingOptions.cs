namespace NovaCorrente.Schema.GraphTypes.Paging;

/// <summary>Page sizes of lists.</summary>
public sealed class PagingOptions
{
    /// <summary>Rows of a page when the client names no size; never more than <see cref="MaxPageSize"/>.</summary>
    public int DefaultPageSize { get => Math.Min(field, MaxPageSize); set; } = 10;

    /// <summary>The largest page that a client may ask for.</summary>
    public int MaxPageSize { get; set; } = 1000;
}
