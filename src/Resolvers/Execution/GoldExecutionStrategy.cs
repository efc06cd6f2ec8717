using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using NovaCorrente.Resolvers.Serving;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace NovaCorrente.Resolvers.Execution;

/// <summary>The engine's parallel strategy, with gold fields kept whole instead of being resolved value by value.</summary>
public sealed class GoldExecutionStrategy : ParallelExecutionStrategy
{
    private readonly IEnumerable<IQueryDatabases> _databases;

    internal GoldExecutionStrategy(IEnumerable<IQueryDatabases> databases) => _databases = databases;

    /// <inheritdoc/>
    public override async Task<ExecutionResult> ExecuteAsync(ExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        await using var request = new GoldRequest(_databases);
        context.UserContext[GoldRequest.ContextKey] = request;
        var result = await base.ExecuteAsync(context);
        SnapshotsRead.Leave(context.UserContext, request.SnapshotIds());
        return result;
    }

    internal static GoldRequest RequestOf(IDictionary<string, object?> userContext) => (GoldRequest)userContext[GoldRequest.ContextKey]!;

    /// <inheritdoc/>
    protected override ExecutionNode BuildExecutionNode(
        ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType fieldDefinition, int? indexInParentNode = null) =>
        GoldExecutionNode.TryCreate(parent, graphType, field, fieldDefinition, indexInParentNode)
        ?? base.BuildExecutionNode(parent, graphType, field, fieldDefinition, indexInParentNode);
}
