using GraphQL;
using GraphQLParser.AST;
using NovaCorrente.Host.Requests.Cost;

namespace NovaCorrente.Host.Requests.Documents;

/// <summary>A document that was parsed and found valid against the schema. Immutable, shared between requests.</summary>
internal sealed record CompiledDocument(string Text, GraphQLDocument Syntax, IReadOnlyDictionary<GraphQLOperationDefinition, CostNode> Costs)
{
    /// <summary>What an operation of this document costs with the variables of a request.</summary>
    public OperationCost CostOf(GraphQLOperationDefinition operation, Inputs? variables) => Costs[operation].Evaluate(variables ?? Inputs.Empty);

    /// <summary>The operation that a request names, or the only one; null when there is no such operation or more than one to choose from.</summary>
    public GraphQLOperationDefinition? FindOperation(string? name)
    {
        GraphQLOperationDefinition? found = null;
        foreach (var definition in Syntax.Definitions)
        {
            if (definition is not GraphQLOperationDefinition operation)
            {
                continue;
            }

            if (string.IsNullOrEmpty(name))
            {
                if (found is not null)
                {
                    return null;
                }

                found = operation;
            }
            else if (operation.Name is { } operationName && operationName.Value == name)
            {
                return operation;
            }
        }

        return found;
    }
}
