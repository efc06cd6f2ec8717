using System.Runtime.CompilerServices;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using NovaCorrente.Host.Requests.Documents;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Fields;

namespace NovaCorrente.Host.Caching;

/// <summary>
/// Tells operations whose answer depends on the current snapshot and on nothing that changes beside it: queries of gold fields alone. The service's
/// own work is live, and what looks back in time also depends on which snapshots retention has left.
/// </summary>
internal sealed class CacheableOperations(ISchema schema)
{
    private readonly ConditionalWeakTable<GraphQLOperationDefinition, StrongBox<bool>> _known = [];

    public bool Includes(CompiledDocument document, GraphQLOperationDefinition operation) =>
        operation.Operation is OperationType.Query
        && _known.GetValue(operation, o => new StrongBox<bool>(IsCacheable(document.Syntax, o))).Value;

    private bool IsCacheable(GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        var hasGold = false;
        var visited = new HashSet<GraphQLSelectionSet>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<GraphQLSelectionSet>([operation.SelectionSet]);
        while (pending.TryPop(out var selections))
        {
            if (!visited.Add(selections))
            {
                continue;
            }

            foreach (var selection in selections.Selections)
            {
                switch (selection)
                {
                    case GraphQLInlineFragment inline:
                        pending.Push(inline.SelectionSet);
                        break;
                    case GraphQLFragmentSpread spread when document.FindFragmentDefinition(spread.FragmentName.Name.Value) is { } fragment:
                        pending.Push(fragment.SelectionSet);
                        break;
                    case GraphQLField field when field.Name.Value == "__typename":
                        break;
                    case GraphQLField field when IsOfCurrentSnapshot(field):
                        hasGold = true;
                        break;
                    default:
                        return false;
                }
            }
        }

        return hasGold;
    }

    private bool IsOfCurrentSnapshot(GraphQLField field) =>
        schema.Query.Fields.Find(field.Name.Value)?.GetGoldField() is { Kind: not GoldFieldKind.Diff, Table.Kind: not TableKind.Operations }
        && field.Arguments?.Any(argument => argument.Name.Value == AsOfArgument.Name) is not true;
}
