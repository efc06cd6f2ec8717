using GraphQL.Types;

namespace NovaCorrente.Schema.GraphTypes.Filters;

/// <summary>The fields <c>and</c> and <c>or</c> of a filter input.</summary>
internal static class Combinators
{
    public static IEnumerable<FieldType> Of(InputObjectGraphType self) =>
    [
        new FieldType { Name = "and", Description = "All of these must hold.", ResolvedType = self.NonNull().ListOf() },
        new FieldType { Name = "or", Description = "At least one of these must hold, besides the conditions beside it.", ResolvedType = self.NonNull().ListOf() },
    ];
}
