using NovaCorrente.Resolvers.Execution;

namespace NovaCorrente.Resolvers.Paging;

/// <summary>The errors of paging arguments, with Hot Chocolate's codes and words.</summary>
internal static class PagingErrors
{
    public static GoldError TooLarge(int requested, int allowed, string coordinate) => new(
        "HC0051",
        "The maximum allowed items per page were exceeded.",
        [.. At(coordinate), ("requestedItems", requested), ("maxAllowedItems", allowed)]);

    public static GoldError Negative(int requested, string coordinate) => new(
        "HC0079", "The requested number of values per page must be at least 0.", [.. At(coordinate), ("requestedItems", requested)]);

    public static GoldError BadCursor(string argument, string cursor) => new(
        "HC0078", $"The cursor specified in `{argument}` has an invalid format.", ("argument", argument), ("cursor", cursor));

    // Version 15 of the contract names it one way and version 16 the other.
    private static IEnumerable<(string Name, object? Value)> At(string coordinate) => [("fieldCoordinate", coordinate), ("coordinate", coordinate)];
}
