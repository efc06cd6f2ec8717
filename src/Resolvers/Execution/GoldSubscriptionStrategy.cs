using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using NovaCorrente.Resolvers.Serving;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace NovaCorrente.Resolvers.Execution;

/// <summary>
/// Executes the selection of a subscription once for every event. The event is the root value, so that the root field has a resolver
/// like any other field and can be a gold field, and an event that brings its own view of a database is answered from that view.
/// </summary>
public sealed class GoldSubscriptionStrategy : SubscriptionExecutionStrategy
{
    private readonly IEnumerable<IQueryDatabases> _databases;

    internal GoldSubscriptionStrategy(GoldExecutionStrategy strategy, IEnumerable<IQueryDatabases> databases)
        : base(strategy) => _databases = databases;

    /// <inheritdoc/>
    protected override async ValueTask<ExecutionResult> ProcessDataAsync(ExecutionContext context, ExecutionNode node, object? value)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(node);
        await using var request = new GoldRequest(value is IQueryDatabases view ? [view, .. _databases] : _databases);
        context.UserContext = new Dictionary<string, object?>(context.UserContext, StringComparer.Ordinal) { [GoldRequest.ContextKey] = request };

        var root = new RootExecutionNode((IObjectGraphType)node.Parent!.GraphType!, context.Operation.SelectionSet) { Result = value };
        root.SubFields = [BuildExecutionNode(root, node.GraphType!, node.Field, node.FieldDefinition)];
        await ExecuteNodeTreeAsync(context, root);

        var result = new ExecutionResult
        {
            Document = context.Document,
            Operation = context.Operation,
            Extensions = context.OutputExtensions.Count > 0 ? context.OutputExtensions.ToDictionary(StringComparer.Ordinal) : null,
            Executed = true,
            Data = root.PropagateNull() ? null : root,
        };
        result.AddErrors(context.Errors);
        return result;
    }

    /// <inheritdoc/>
    protected override ExecutionNode BuildExecutionNode(
        ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType fieldDefinition, int? indexInParentNode = null) =>
        GoldExecutionNode.TryCreate(parent, graphType, field, fieldDefinition, indexInParentNode)
        ?? base.BuildExecutionNode(parent, graphType, field, fieldDefinition, indexInParentNode);
}
