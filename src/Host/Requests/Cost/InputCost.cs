using System.Collections;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace NovaCorrente.Host.Requests.Cost;

/// <summary>Weighs the input fields that values give, whether written in the document or sent as variables.</summary>
internal sealed class InputCost(CostWeights weights, IReadOnlyDictionary<string, GraphQLValue?> defaults)
{
    /// <summary>An argument with the value that the document gives it.</summary>
    public CostNode Of(QueryArgument argument, GraphQLValue value) => Part(weights.OfArgument(argument), argument.ResolvedType!, value);

    private CostNode Part(double weight, IGraphType type, GraphQLValue value)
    {
        switch (value)
        {
            case GraphQLNullValue:
                return CostNode.Constant(default);
            case GraphQLVariable variable:
                var name = variable.Name.StringValue;
                var whenAbsent = defaults.GetValueOrDefault(name) is { } written ? Part(weight, type, written).Evaluate(Inputs.Empty).FieldCost : 0;
                return new VariableNode(this, name, weight, type, whenAbsent);
            default:
                return CostNode.Sum(Inside(type, value).Prepend(CostNode.Constant(new OperationCost(weight, 0))));
        }
    }

    private IEnumerable<CostNode> Inside(IGraphType type, GraphQLValue value) => value switch
    {
        GraphQLListValue { Values: { } items } => items.SelectMany(item => item is GraphQLVariable ? [Part(0, type, item)] : Inside(type, item)),
        GraphQLObjectValue { Fields: { } fields } when type.GetNamedType() is IInputObjectGraphType input => fields
            .Select(field => input.GetField(field.Name.Value) is { } definition
                ? Part(weights.OfInputField(definition), definition.ResolvedType!, field.Value)
                : CostNode.Constant(default)),
        _ => [],
    };

    private double Inside(IGraphType type, object? value)
    {
        var sum = 0.0;
        if (value is IDictionary<string, object?> fields)
        {
            if (type.GetNamedType() is IInputObjectGraphType input)
            {
                foreach (var (name, content) in fields)
                {
                    if (content is not null && input.GetField(name) is { } definition)
                    {
                        sum += weights.OfInputField(definition) + Inside(definition.ResolvedType!, content);
                    }
                }
            }
        }
        else if (value is IList items)
        {
            foreach (var item in items)
            {
                sum += Inside(type, item);
            }
        }

        return sum;
    }

    private sealed class VariableNode(InputCost inputs, string name, double weight, IGraphType type, double whenAbsent) : CostNode
    {
        public override OperationCost Evaluate(Inputs variables)
        {
            if (!variables.TryGetValue(name, out var value))
            {
                return new OperationCost(whenAbsent, 0);
            }

            return value is null ? default : new OperationCost(weight + inputs.Inside(type, value), 0);
        }
    }
}
