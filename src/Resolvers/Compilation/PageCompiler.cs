using GraphQLParser.AST;
using NovaCorrente.Resolvers.Plans;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>Reads <c>first</c>, <c>after</c>, <c>last</c> and <c>before</c> of a list field.</summary>
internal static class PageCompiler
{
    public static PagePlan Compile(GraphQLField field, InputReader input, LevelPlan level, string coordinate) => new(coordinate)
    {
        First = Source(field, input, "first"),
        Last = Source(field, input, "last"),
        After = Cursor(field, input, "after", level),
        Before = Cursor(field, input, "before", level),
    };

    private static ValueSource? Source(GraphQLField field, InputReader input, string argument) =>
        (input.ArgumentOrNull(field, argument) as LeafInput)?.Source;

    private static CursorPlan? Cursor(GraphQLField field, InputReader input, string argument, LevelPlan level) =>
        Source(field, input, argument) is { } text ? new CursorPlan(argument, text, level.Order, level.OrderSignature) : null;
}
