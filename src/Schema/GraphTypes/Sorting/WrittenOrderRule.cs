using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace NovaCorrente.Schema.GraphTypes.Sorting;

/// <summary>
/// Gives sort inputs in variables back the order in which the client wrote their fields. The engine reads the fields of an input object
/// in schema order, but in an order the field written first counts most.
/// </summary>
public sealed class WrittenOrderRule : ValidationRuleBase
{
    private static readonly ValueTask<IVariableVisitor?> Visitor = new(new Restorer());

    /// <inheritdoc/>
    public override ValueTask<IVariableVisitor?> GetVariableVisitorAsync(ValidationContext context) => Visitor;

    private sealed class Restorer : BaseVariableVisitor
    {
        public override ValueTask VisitObjectAsync(
            ValidationContext context,
            GraphQLVariableDefinition variable,
            VariableName variableName,
            IInputObjectGraphType type,
            object? variableValue,
            object? parsedValue)
        {
            if (type.Name.EndsWith(SortInputs.Suffix, StringComparison.Ordinal)
                && variableValue is IDictionary<string, object?> { Count: > 1 } written
                && parsedValue is IDictionary<string, object?> parsed)
            {
                var inOrder = written.Keys.Where(parsed.ContainsKey).Select(key => KeyValuePair.Create(key, parsed[key])).ToList();
                parsed.Clear();
                foreach (var field in inOrder)
                {
                    parsed.Add(field);
                }
            }

            return default;
        }
    }
}
