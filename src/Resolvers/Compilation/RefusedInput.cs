using GraphQLParser.AST;
using NovaCorrente.Resolvers.Execution;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>
/// The nulls that filters and orders of one field do not take, with Hot Chocolate's code and words. They are collected, so that a client
/// is told all of them at once.
/// </summary>
internal sealed class RefusedInput(GraphQLParser.ROM source)
{
    private readonly List<GoldError> _errors = [];

    /// <summary>One error per bad value, in the order they were met.</summary>
    public IReadOnlyList<GoldError> Errors => _errors;

    public void Filter(ASTNode origin, string operation, string filterType, string expectedType) => Add(origin, new GoldError(
        "HC0026",
        $"The provided value for filter `{operation}` of type {filterType} is invalid. Null values are not supported.",
        ("expectedType", expectedType),
        ("filterType", filterType)));

    public void Sorting(ASTNode origin, string field, string sortType, string expectedType) => Add(origin, new GoldError(
        "HC0026",
        $"The provided value for sorting `{field}` of type {sortType} is invalid. Null values are not supported.",
        ("expectedType", expectedType),
        ("sortType", sortType)));

    private void Add(ASTNode origin, GoldError error)
    {
        error.AddLocation(GraphQLParser.Location.FromLinearPosition(source, origin.Location.Start));
        _errors.Add(error);
    }
}
