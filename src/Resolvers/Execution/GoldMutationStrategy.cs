using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using NovaCorrente.Resolvers.Serving;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace NovaCorrente.Resolvers.Execution;

/// <summary>The engine's serial strategy for mutations, with gold fields in their payloads kept whole.</summary>
public sealed class GoldMutationStrategy : SerialExecutionStrategy
{
    private readonly IEnumerable<IQueryDatabases> _databases;

    internal GoldMutationStrategy(IEnumerable<IQueryDatabases> databases) => _databases = databases;

    /// <inheritdoc/>
    public override async Task<ExecutionResult> ExecuteAsync(ExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        await using var request = new GoldRequest(_databases);
        context.UserContext[GoldRequest.ContextKey] = request;
        return await base.ExecuteAsync(context);
    }

    /// <inheritdoc/>
    protected override ExecutionNode BuildExecutionNode(
        ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType fieldDefinition, int? indexInParentNode = null) =>
        GoldExecutionNode.TryCreate(parent, graphType, field, fieldDefinition, indexInParentNode)
        ?? base.BuildExecutionNode(parent, graphType, field, fieldDefinition, indexInParentNode);
}
