using GraphQL.Types;

namespace NovaCorrente.Schema.GraphTypes;

/// <summary>Wraps types in lists and non-null marks.</summary>
public static class GraphTypeWrapping
{
    /// <summary><c>T!</c></summary>
    public static NonNullGraphType NonNull(this IGraphType type) => new(type);

    /// <summary><c>[T]</c></summary>
    public static ListGraphType ListOf(this IGraphType element) => new(element);
}
