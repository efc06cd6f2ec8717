using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace NovaCorrente.Host.Requests.Rules;

/// <summary>
/// Counts how often a field stands at most on one path down a document. Each fragment is counted once, so that fragments spread many
/// times cost nothing extra; a cycle of fragments is another rule's error.
/// </summary>
internal sealed class FieldNesting(ISchema schema, GraphQLDocument document, Action<GraphQLField, IGraphType, FieldType, int> found)
{
    private static readonly Dictionary<FieldType, int> _nothing = [];

    private readonly Dictionary<ROM, Dictionary<FieldType, int>> _fragments = [];

    /// <summary>Counts below a selection, and tells every field and how often it stands on the deepest path that begins with it.</summary>
    public Dictionary<FieldType, int> Count(IGraphType? type, GraphQLSelectionSet? selections)
    {
        var most = new Dictionary<FieldType, int>();
        foreach (var selection in selections?.Selections ?? [])
        {
            foreach (var (field, count) in Below(type, selection))
            {
                most[field] = Math.Max(count, most.GetValueOrDefault(field));
            }
        }

        return most;
    }

    private Dictionary<FieldType, int> Below(IGraphType? type, ASTNode selection)
    {
        switch (selection)
        {
            case GraphQLField field when Definition(type, field.Name.Value) is { } definition:
                var counts = Count(definition.ResolvedType?.GetNamedType(), field.SelectionSet);
                counts[definition] = counts.GetValueOrDefault(definition) + 1;
                found(field, type!, definition, counts[definition]);
                return counts;
            case GraphQLInlineFragment inline:
                return Count(inline.TypeCondition is { } condition ? schema.AllTypes[condition.Type.Name.Value] : type, inline.SelectionSet);
            case GraphQLFragmentSpread spread:
                return OfFragment(spread.FragmentName.Name.Value);
            default:
                return _nothing;
        }
    }

    private Dictionary<FieldType, int> OfFragment(ROM name)
    {
        if (_fragments.TryGetValue(name, out var known))
        {
            return known;
        }

        _fragments[name] = _nothing;
        return document.FindFragmentDefinition(name) is { } fragment
            ? _fragments[name] = Count(schema.AllTypes[fragment.TypeCondition.Type.Name.Value], fragment.SelectionSet)
            : _nothing;
    }

    private FieldType? Definition(IGraphType? type, ROM name) => (type as IComplexGraphType)?.GetField(name)
        ?? (name == schema.SchemaMetaFieldType.Name ? schema.SchemaMetaFieldType : null)
        ?? (name == schema.TypeMetaFieldType.Name ? schema.TypeMetaFieldType : null);
}
