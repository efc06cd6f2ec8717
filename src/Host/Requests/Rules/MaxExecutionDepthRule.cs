using System.Globalization;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace NovaCorrente.Host.Requests.Rules;

/// <summary>Refuses a document one of whose operations nests selections too deeply. Introspection is not counted: tools ask it deeper than any user asks data.</summary>
internal sealed class MaxExecutionDepthRule(int maxDepth) : ValidationRuleBase
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        var depths = new Depths(context.Document);
        foreach (var definition in context.Document.Definitions)
        {
            if (definition is GraphQLOperationDefinition operation && depths.Of(operation.SelectionSet) is var depth && depth > maxDepth)
            {
                context.ReportError(Exceeded(depth));
            }
        }

        return default;
    }

    private ValidationError Exceeded(int depth)
    {
        var error = new ValidationError(string.Create(
            CultureInfo.InvariantCulture,
            $"The GraphQL document has an execution depth of {depth} which exceeds the max allowed execution depth of {maxDepth}."))
        {
            Code = null,
            Extensions = new() { ["allowedExecutionDepth"] = maxDepth, ["detectedExecutionDepth"] = depth },
        };
        error.AddLocation(new Location(1, 1));
        return error;
    }

    /// <summary>Each fragment is measured once, so that fragments spread many times cost nothing extra; a cycle counts as zero and is another rule's error.</summary>
    private sealed class Depths(GraphQLDocument document)
    {
        private readonly Dictionary<ROM, int> _fragments = [];

        public int Of(GraphQLSelectionSet? selections)
        {
            var deepest = 0;
            foreach (var selection in selections?.Selections ?? [])
            {
                deepest = Math.Max(deepest, selection switch
                {
                    GraphQLField field when field.Name.Value.Span.StartsWith("__") => 0,
                    GraphQLField field => 1 + Of(field.SelectionSet),
                    GraphQLInlineFragment fragment => Of(fragment.SelectionSet),
                    GraphQLFragmentSpread spread => OfFragment(spread.FragmentName.Name.Value),
                    _ => 0,
                });
            }

            return deepest;
        }

        private int OfFragment(ROM name)
        {
            if (_fragments.TryGetValue(name, out var known))
            {
                return known;
            }

            _fragments[name] = 0;
            return _fragments[name] = Of(document.FindFragmentDefinition(name)?.SelectionSet);
        }
    }
}
