using GraphQLParser;
using GraphQLParser.AST;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>Flattens selection sets: fragments are opened, skipped selections left out, and fields of one response name merged.</summary>
internal sealed class FieldCollector(GraphQLDocument document, InputReader input)
{
    /// <summary>Fields in the order of their first appearance. All types here are concrete, so a type condition either is the type or never holds.</summary>
    public IReadOnlyList<CollectedField> Collect(IEnumerable<GraphQLSelectionSet?> selections, string typeName)
    {
        var fields = new List<CollectedField>();
        var spread = new HashSet<GraphQLFragmentDefinition>();
        foreach (var selection in selections)
        {
            Collect(selection, typeName, fields, spread);
        }

        return fields;
    }

    private void Collect(GraphQLSelectionSet? set, string typeName, List<CollectedField> fields, HashSet<GraphQLFragmentDefinition> spread)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            if (!input.Includes((IHasDirectivesNode)selection))
            {
                continue;
            }

            switch (selection)
            {
                case GraphQLField field:
                    Add(field, fields);
                    break;
                case GraphQLInlineFragment inline when Applies(inline.TypeCondition, typeName):
                    Collect(inline.SelectionSet, typeName, fields, spread);
                    break;
                // A second time it would add nothing; fragments that spread others twice would take twice as long with every step.
                case GraphQLFragmentSpread named when Fragment(named) is var fragment && Applies(fragment.TypeCondition, typeName) && spread.Add(fragment):
                    Collect(fragment.SelectionSet, typeName, fields, spread);
                    break;
            }
        }
    }

    private GraphQLFragmentDefinition Fragment(GraphQLFragmentSpread spread) =>
        document.FindFragmentDefinition(spread.FragmentName.Name.Value)!;

    private static bool Applies(GraphQLTypeCondition? condition, string typeName) => condition is null || condition.Type.Name.Value == typeName;

    private static void Add(GraphQLField field, List<CollectedField> fields)
    {
        var responseName = (field.Alias?.Name ?? field.Name).StringValue;
        var known = fields.Find(f => f.ResponseName == responseName);
        if (known is null)
        {
            known = new CollectedField(responseName, field);
            fields.Add(known);
        }

        known.Selections.Add(field.SelectionSet);
    }
}

/// <summary>A field of the response with everything that was selected below it.</summary>
internal sealed record CollectedField(string ResponseName, GraphQLField Field)
{
    public string Name { get; } = Field.Name.StringValue;

    public List<GraphQLSelectionSet?> Selections { get; } = [];
}
