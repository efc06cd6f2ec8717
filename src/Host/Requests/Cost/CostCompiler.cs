using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using NovaCorrente.Host.Requests.Documents;
using NovaCorrente.Schema.GraphTypes.Cost;

namespace NovaCorrente.Host.Requests.Cost;

/// <summary>Prices the operations of a valid document.</summary>
/// <remarks>
/// Fields of one response name are one field, as when they are executed. Where they stand under different conditions they are counted
/// apart, which may count what they share twice.
/// </remarks>
internal sealed class CostCompiler(ISchema schema)
{
    // Fragments can spread to far more selections than are written, twice as many with every fragment in a chain.
    private const int MaxSpreadSelections = 20_000;

    private readonly CostWeights _weights = new();

    /// <exception cref="RequestException">Its fragments spread too far.</exception>
    public CostNode Compile(GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        IObjectGraphType? root = operation.Operation switch
        {
            OperationType.Mutation => schema.Mutation,
            OperationType.Subscription => schema.Subscription,
            _ => schema.Query,
        };
        var walk = new Walk(schema, _weights, document, operation);
        return CostNode.Sum([CostNode.Constant(new OperationCost(0, 1)), walk.Selections(root!, [operation.SelectionSet], sized: null)]);
    }

    private sealed class Walk
    {
        private readonly ISchema _schema;
        private readonly CostWeights _weights;
        private readonly GraphQLDocument _document;
        private readonly Dictionary<string, GraphQLValue?> _defaults;
        private readonly InputCost _inputs;
        private int _visited;

        public Walk(ISchema schema, CostWeights weights, GraphQLDocument document, GraphQLOperationDefinition operation)
        {
            _schema = schema;
            _weights = weights;
            _document = document;
            _defaults = operation.Variables?.ToDictionary(v => v.Variable.Name.StringValue, v => v.DefaultValue, StringComparer.Ordinal) ?? [];
            _inputs = new InputCost(weights, _defaults);
        }

        /// <param name="type">Type of the objects that the selections are made on.</param>
        /// <param name="selections">Selections that are merged.</param>
        /// <param name="sized">The list whose length some of the fields have; null outside of one.</param>
        public CostNode Selections(IGraphType type, IEnumerable<GraphQLSelectionSet> selections, (ListSize Size, ListLength Length)? sized)
        {
            var fields = new SelectedFields(_schema, _document, ConditionOf, Visit);
            foreach (var selection in selections)
            {
                fields.Collect(type, selection, []);
            }

            return CostNode.Sum(fields.All.Select(group => Field(group, sized)).ToList());
        }

        private void Visit()
        {
            if (++_visited > MaxSpreadSelections)
            {
                throw DocumentSize.Exceeded("selections where its fragments are spread", MaxSpreadSelections);
            }
        }

        private CostNode Field(SelectedField field, (ListSize Size, ListLength Length)? sized)
        {
            var definition = field.Definition;
            var parts = new List<CostNode> { CostNode.Constant(new OperationCost(_weights.OfField(definition), 0)) };
            foreach (var argument in field.Syntax.Arguments ?? Enumerable.Empty<GraphQLArgument>())
            {
                if (definition.Arguments?.Find(argument.Name.Value) is { } argumentDefinition)
                {
                    parts.Add(_inputs.Of(argumentDefinition, argument.Value));
                }
            }

            var type = definition.ResolvedType!.GetNamedType();
            if (CostWeights.IsComposite(type))
            {
                var list = definition.ReadListSize() is { } size ? (size, LengthOf(field.Syntax, size)) : ((ListSize, ListLength)?)null;
                var item = CostNode.Sum([CostNode.Constant(new OperationCost(0, 1)), Selections(type, field.Selections, list)]);
                var isSized = sized is { } above && above.Size.SizedFields.Contains(definition.Name, StringComparer.Ordinal);
                parts.Add(isSized ? CostNode.Times(sized!.Value.Length, item) : item);
            }

            return CostNode.When(field.Conditions, CostNode.Sum(parts));
        }

        private ListLength LengthOf(GraphQLField field, ListSize size)
        {
            int? given = null;
            var variables = new List<(string, int?)>();
            foreach (var argument in field.Arguments ?? Enumerable.Empty<GraphQLArgument>())
            {
                if (!size.SlicingArguments.Contains(argument.Name.StringValue, StringComparer.Ordinal))
                {
                    continue;
                }

                if (argument.Value is GraphQLVariable variable)
                {
                    var name = variable.Name.StringValue;
                    variables.Add((name, _defaults.GetValueOrDefault(name) is GraphQLIntValue whenAbsent ? Number(whenAbsent, size) : null));
                }
                else if (argument.Value is GraphQLIntValue written)
                {
                    given = Math.Max(given ?? 0, Number(written, size));
                }
            }

            return new ListLength(given, variables, size.DefaultSize, size.AssumedSize);
        }

        private static int Number(GraphQLIntValue value, ListSize size) => int.TryParse(value.Value.Span, out var number) ? number : size.AssumedSize;

        /// <returns>The condition of a directive, or whether a constant one keeps the selection.</returns>
        private (bool Keeps, Condition? Condition) ConditionOf(GraphQLDirective directive)
        {
            var name = directive.Name.Value;
            var expected = name == "include";
            if (!expected && name != "skip")
            {
                return (true, null);
            }

            return directive.Arguments?.Items.Find(argument => argument.Name.Value == "if")?.Value switch
            {
                GraphQLBooleanValue constant => (constant.BoolValue == expected, null),
                GraphQLVariable variable => (true, new Condition(
                    variable.Name.StringValue, expected, (_defaults.GetValueOrDefault(variable.Name.StringValue) as GraphQLBooleanValue)?.BoolValue)),
                _ => (true, null),
            };
        }
    }
}
