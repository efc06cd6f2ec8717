using System.Globalization;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace NovaCorrente.Host.Requests.Rules;

/// <summary>Refuses operations with too many fields at their root: each of them may be a statement of its own.</summary>
internal sealed class MaxRootFieldsRule(int maxFields) : ValidationRuleBase
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        foreach (var operation in context.Document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            var names = new HashSet<ROM>();
            Collect(context.Document, operation.SelectionSet, names, []);
            if (names.Count > maxFields)
            {
                context.ReportError(Exceeded(context, operation, names.Count));
            }
        }

        return default;
    }

    private static void Collect(GraphQLDocument document, GraphQLSelectionSet? selections, HashSet<ROM> names, HashSet<ROM> fragments)
    {
        foreach (var selection in selections?.Selections ?? [])
        {
            switch (selection)
            {
                case GraphQLField field:
                    names.Add((field.Alias?.Name ?? field.Name).Value);
                    break;
                case GraphQLInlineFragment inline:
                    Collect(document, inline.SelectionSet, names, fragments);
                    break;
                case GraphQLFragmentSpread spread when fragments.Add(spread.FragmentName.Name.Value):
                    Collect(document, document.FindFragmentDefinition(spread.FragmentName.Name.Value)?.SelectionSet, names, fragments);
                    break;
            }
        }
    }

    private ValidationError Exceeded(ValidationContext context, GraphQLOperationDefinition operation, int count) => new(
        context.Document.Source,
        number: null,
        string.Create(CultureInfo.InvariantCulture, $"The operation selects {count} root fields, which exceeds the max allowed {maxFields} root fields."),
        operation)
    {
        Code = null,
        Extensions = new() { ["allowedRootFields"] = maxFields, ["detectedRootFields"] = count },
    };
}
