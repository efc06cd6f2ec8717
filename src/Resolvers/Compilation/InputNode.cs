using GraphQLParser.AST;
using NovaCorrente.Resolvers.Plans;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>
/// An argument value with variables replaced by their structure: keys, list lengths and nulls are known when a plan is made, leaves
/// are only sources. One plan therefore serves every request whose variables have the same structure.
/// </summary>
internal abstract record InputNode(ASTNode Origin);

/// <summary>An explicit null.</summary>
internal sealed record NullInput(ASTNode Origin) : InputNode(Origin);

/// <summary>An input object with the fields that were given, in the order in which they were written.</summary>
internal sealed record ObjectInput(ASTNode Origin, IReadOnlyList<KeyValuePair<string, InputNode>> Fields) : InputNode(Origin);

/// <summary>A list.</summary>
internal sealed record ListInput(ASTNode Origin, IReadOnlyList<InputNode> Items) : InputNode(Origin);

/// <summary>A scalar or an enum value.</summary>
/// <param name="Origin">Where it stands in the document.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Structural">Its value, if it decides the plan: a boolean or an enum member. Null for all others.</param>
internal sealed record LeafInput(ASTNode Origin, ValueSource Source, object? Structural) : InputNode(Origin);
