using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using NovaCorrente.Resolvers.Access;

namespace NovaCorrente.Resolvers.Execution;

/// <summary>A field whose whole answer is ready JSON: the engine resolves it once and looks no further into its selection.</summary>
internal sealed class GoldExecutionNode : ExecutionNode
{
    private GoldExecutionNode(ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType fieldDefinition, int? index)
        : base(parent, graphType, field, fieldDefinition, index)
    {
    }

    /// <returns>The node of a gold field, or null for any other field.</returns>
    public static GoldExecutionNode? TryCreate(ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType fieldDefinition, int? index) =>
        fieldDefinition.Resolver is GoldFieldResolver or AuthorizedResolver { Inner: GoldFieldResolver } ? new GoldExecutionNode(parent, graphType, field, fieldDefinition, index) : null;

    /// <inheritdoc/>
    public override object? ToValue() => Result;
}
