using System.Globalization;
using GraphQLParser.AST;
using NovaCorrente.Host.Requests.Errors;

namespace NovaCorrente.Host.Requests.Documents;

/// <summary>
/// Refuses documents that are too large to be worth validating: several validation rules are quadratic in the number of fields,
/// and the engine follows chains of fragments recursively.
/// </summary>
internal static class DocumentSize
{
    /// <exception cref="RequestException">The text is too long to be parsed.</exception>
    public static void Check(string text, ExecutionLimits limits)
    {
        if (text.Length > limits.MaxDocumentCharacters)
        {
            throw Exceeded("characters", limits.MaxDocumentCharacters);
        }

        if (TokenCount.Of(text) > limits.MaxTokens)
        {
            throw Exceeded("tokens", limits.MaxTokens);
        }
    }

    /// <exception cref="RequestException">The document breaks a limit.</exception>
    public static void Check(GraphQLDocument document, ExecutionLimits limits)
    {
        var fields = 0;
        var aliases = 0;
        var fragments = 0;
        var pending = new Stack<GraphQLSelectionSet>();
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLFragmentDefinition && ++fragments > limits.MaxFragments)
            {
                throw Exceeded("fragments", limits.MaxFragments);
            }

            Visit(definition);
            while (pending.TryPop(out var selections))
            {
                foreach (var selection in selections.Selections)
                {
                    if (selection is GraphQLField && ++fields > limits.MaxFields)
                    {
                        throw Exceeded("fields", limits.MaxFields);
                    }

                    if (selection is GraphQLField { Alias: not null } && ++aliases > limits.MaxAliases)
                    {
                        throw Exceeded("aliases", limits.MaxAliases);
                    }

                    Visit(selection);
                }
            }
        }

        void Visit(ASTNode node)
        {
            if (node is IHasDirectivesNode { Directives: { } directives } && directives.Count > limits.MaxDirectivesPerLocation)
            {
                throw Exceeded("directives at one location", limits.MaxDirectivesPerLocation);
            }

            if (node is IHasSelectionSetNode { SelectionSet: { } selections })
            {
                pending.Push(selections);
            }
        }
    }

    /// <summary>The refusal of a document that has more of something than it may.</summary>
    public static RequestException Exceeded(string what, int limit) => new(
        OperationOutcome.Rejected,
        RequestErrors.Error(
            string.Create(CultureInfo.InvariantCulture, $"The GraphQL request document contains more than {limit} {what}. Parsing aborted."),
            ErrorCodes.SyntaxError));
}
