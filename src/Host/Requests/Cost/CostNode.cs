using GraphQL;

namespace NovaCorrente.Host.Requests.Cost;

/// <summary>
/// The cost of a part of an operation as a function of the request's variables. What depends on none is a number already, so that a
/// known document is priced by visiting its variables only.
/// </summary>
internal abstract class CostNode
{
    public virtual bool IsConstant => false;

    public abstract OperationCost Evaluate(Inputs variables);

    public static CostNode Constant(OperationCost cost) => new ConstantNode(cost);

    /// <summary>The sum of several parts; those that are constant are added up now.</summary>
    public static CostNode Sum(IEnumerable<CostNode> parts)
    {
        var constant = default(OperationCost);
        var variable = new List<CostNode>();
        foreach (var part in parts)
        {
            if (part.IsConstant)
            {
                constant += part.Evaluate(Inputs.Empty);
            }
            else
            {
                variable.Add(part);
            }
        }

        return variable.Count == 0 ? Constant(constant) : new SumNode(constant, [.. variable]);
    }

    /// <summary>Items of a list, each with its own cost.</summary>
    public static CostNode Times(ListLength length, CostNode item) => length.Constant is { } count && item.IsConstant
        ? Constant(count * item.Evaluate(Inputs.Empty))
        : new TimesNode(length, item);

    /// <summary>A part that is there only under conditions.</summary>
    public static CostNode When(IReadOnlyList<Condition> conditions, CostNode part) =>
        conditions.Count == 0 ? part : new ConditionalNode(conditions, part);

    private sealed class ConstantNode(OperationCost cost) : CostNode
    {
        public override bool IsConstant => true;

        public override OperationCost Evaluate(Inputs variables) => cost;
    }

    private sealed class SumNode(OperationCost constant, CostNode[] parts) : CostNode
    {
        public override OperationCost Evaluate(Inputs variables)
        {
            var sum = constant;
            foreach (var part in parts)
            {
                sum += part.Evaluate(variables);
            }

            return sum;
        }
    }

    private sealed class TimesNode(ListLength length, CostNode item) : CostNode
    {
        public override OperationCost Evaluate(Inputs variables) => length.Read(variables) * item.Evaluate(variables);
    }

    private sealed class ConditionalNode(IReadOnlyList<Condition> conditions, CostNode part) : CostNode
    {
        public override OperationCost Evaluate(Inputs variables) =>
            conditions.All(condition => condition.Holds(variables)) ? part.Evaluate(variables) : default;
    }
}
