using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace NovaCorrente.Host.Requests.Cost;

/// <summary>Fields selected on objects of one type, fragments followed and fields of one response name put together.</summary>
/// <param name="types">The schema.</param>
/// <param name="document">Where fragments are found.</param>
/// <param name="conditionOf">Reads a directive: whether the selection stays, and on which variable that depends.</param>
/// <param name="visit">Called for every selection that is looked at.</param>
internal sealed class SelectedFields(
    ISchema types, GraphQLDocument document, Func<GraphQLDirective, (bool Keeps, Condition? Condition)> conditionOf, Action visit)
{
    private readonly Dictionary<(FieldType, string Response, string Conditions), SelectedField> _fields = [];
    private readonly HashSet<(ROM Fragment, string Conditions)> _spread = [];

    public IEnumerable<SelectedField> All => _fields.Values;

    public void Collect(IGraphType type, GraphQLSelectionSet? selections, IReadOnlyList<Condition> conditions)
    {
        foreach (var selection in selections?.Selections ?? [])
        {
            visit();
            if (ConditionsOf(selection, conditions) is not { } under)
            {
                continue;
            }

            switch (selection)
            {
                case GraphQLField field:
                    Add(type, field, under);
                    break;
                case GraphQLInlineFragment inline:
                    Collect(Narrow(type, inline.TypeCondition), inline.SelectionSet, under);
                    break;
                case GraphQLFragmentSpread spread when _spread.Add((spread.FragmentName.Name.Value, Key(under))):
                    var fragment = document.FindFragmentDefinition(spread.FragmentName.Name.Value)!;
                    Collect(Narrow(type, fragment.TypeCondition), fragment.SelectionSet, under);
                    break;
            }
        }
    }

    // Introspection is left out: it reads nothing but the schema, and has limits of its own.
    private void Add(IGraphType type, GraphQLField field, IReadOnlyList<Condition> conditions)
    {
        if (field.Name.Value.Span.StartsWith("__") || (type as IComplexGraphType)?.GetField(field.Name.Value) is not { } definition)
        {
            return;
        }

        var key = (definition, (field.Alias?.Name ?? field.Name).StringValue, Key(conditions));
        if (!_fields.TryGetValue(key, out var known))
        {
            known = new SelectedField(definition, field, conditions);
            _fields.Add(key, known);
        }

        if (field.SelectionSet is { } selections)
        {
            known.Selections.Add(selections);
        }
    }

    private IGraphType Narrow(IGraphType type, GraphQLTypeCondition? condition) =>
        condition is null ? type : types.AllTypes[condition.Type.Name.Value] ?? type;

    private IReadOnlyList<Condition>? ConditionsOf(ASTNode selection, IReadOnlyList<Condition> above)
    {
        var conditions = above;
        foreach (var directive in (selection as IHasDirectivesNode)?.Directives ?? Enumerable.Empty<GraphQLDirective>())
        {
            var (keeps, condition) = conditionOf(directive);
            if (!keeps)
            {
                return null;
            }

            if (condition is { } added && !conditions.Contains(added))
            {
                conditions = [.. conditions, added];
            }
        }

        return conditions;
    }

    private static string Key(IReadOnlyList<Condition> conditions) =>
        conditions.Count == 0 ? "" : string.Join(',', conditions.Select(c => c.Expected ? c.Variable : "!" + c.Variable).Order(StringComparer.Ordinal));
}

/// <summary>A field of the answer with everything that was selected below it.</summary>
internal sealed record SelectedField(FieldType Definition, GraphQLField Syntax, IReadOnlyList<Condition> Conditions)
{
    public List<GraphQLSelectionSet> Selections { get; } = [];
}
