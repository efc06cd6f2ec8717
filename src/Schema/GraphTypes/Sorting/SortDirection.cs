namespace NovaCorrente.Schema.GraphTypes.Sorting;

/// <summary>The direction of an order; nulls come last either way.</summary>
public enum SortDirection
{
    /// <summary>Smallest first.</summary>
    Ascending,

    /// <summary>Largest first.</summary>
    Descending,
}
