using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>
/// Turns a <c>where</c> argument into a <see cref="Predicate"/>. Fields of one object and operations of one field hold together; every
/// <c>n…</c> operation is the exact complement of its positive, rows with nulls included; an empty object filters nothing. What is refused
/// stands in the condition as something that lets all rows through; it never runs.
/// </summary>
internal sealed class FilterCompiler(RefusedInput refused)
{
    /// <summary>The condition on rows of a joined table, or null when the filter lets all rows through.</summary>
    public Predicate? Compile(InputNode filter, Join row, bool decidesPage = true)
    {
        var conditions = new List<Predicate>();
        foreach (var (name, value) in ((ObjectInput)filter).Fields)
        {
            var condition = name switch
            {
                "and" => Combine(value, item => Compile(item, row, decidesPage), all: true),
                "or" => Combine(value, item => Compile(item, row, decidesPage), all: false),
                _ => Member(name, value, row, decidesPage),
            };
            if (condition is not null)
            {
                conditions.Add(condition);
            }
        }

        return Together(conditions);
    }

    private Predicate? Member(string name, InputNode value, Join row, bool decidesPage)
    {
        var filterType = row.Table.Name + "FilterInput";
        switch (row.Table.Find(name))
        {
            case GoldColumn { Type.IsList: true } column:
                return Given(name, value, filterType, ElementFilterName(column.Type)) is { } elements ? ElementsOf(elements, new ColumnRef(row, column)) : null;
            case GoldColumn column:
                return Given(name, value, filterType, FilterNames.Operations(column.Type)) is { } operations
                    ? Operations(operations, new ColumnOperand(new ColumnRef(row, column)))
                    : null;
            case ToOneRelation relation:
                var join = row.To(relation);
                return Given(name, value, filterType, relation.Target.Name + "FilterInput") is { } nested
                    ? Compile(nested, decidesPage ? join.Deciding() : join, decidesPage)
                    : null;
            case ToManyRelation relation:
                return Given(name, value, filterType, FilterNames.ListOf(relation.Target)) is { } quantifiers ? RelatedTo(quantifiers, row, relation) : null;
            default:
                throw new InvalidOperationException($"{row.Table.Name} has no member '{name}'.");
        }
    }

    private Predicate? RelatedTo(ObjectInput quantifiers, Join owner, ToManyRelation relation)
    {
        var filterType = FilterNames.ListOf(relation.Target);
        return Quantified(quantifiers, filterType, relation.Target.Name + "FilterInput", condition =>
        {
            // Each quantifier ranges over rows of its own.
            var scope = Join.Root(relation.Target);
            return inner => new ExistsRelated(owner, relation, scope, inner(condition is null ? null : Compile(condition, scope)));
        });
    }

    private Predicate? ElementsOf(ObjectInput quantifiers, ColumnRef column)
    {
        var element = column.Column.Type with { IsList = false, IsNullable = false };
        return Quantified(quantifiers, ElementFilterName(column.Column.Type), FilterNames.Operations(element), condition =>
        {
            var operand = new ElementOperand(element);
            return inner => new ExistsElement(column, operand, inner(condition is null ? null : Operations((ObjectInput)condition, operand)));
        });
    }

    private delegate Predicate Exists(Func<Predicate?, Predicate?> inner);

    private Predicate? Quantified(ObjectInput quantifiers, string filterType, string conditionType, Func<InputNode?, Exists> range)
    {
        var conditions = new List<Predicate>();
        foreach (var (name, value) in quantifiers.Fields)
        {
            if (value is NullInput)
            {
                refused.Filter(value.Origin, name, filterType, name == "any" ? "Boolean!" : conditionType + "!");
                continue;
            }

            conditions.Add(name switch
            {
                "some" => range(value)(condition => condition),
                "none" => new NotTrue(range(value)(condition => condition)),
                "all" => new NotTrue(range(value)(condition => condition is null ? new Nothing() : new NotTrue(condition))),
                "any" when ((LeafInput)value).Structural is true => range(null)(_ => null),
                "any" => new NotTrue(range(null)(_ => null)),
                _ => throw new InvalidOperationException($"Unknown list operation '{name}'."),
            });
        }

        return Together(conditions);
    }

    public Predicate? Operations(ObjectInput operations, Operand operand)
    {
        var conditions = new List<Predicate>();
        foreach (var (name, value) in operations.Fields)
        {
            var condition = name switch
            {
                "and" => Combine(value, item => Operations((ObjectInput)item, operand), all: true),
                "or" => Combine(value, item => Operations((ObjectInput)item, operand), all: false),
                _ => Operation(name, value, operand),
            };
            if (condition is not null)
            {
                conditions.Add(condition);
            }
        }

        return Together(conditions);
    }

    private Predicate? Operation(string name, InputNode value, Operand operand) => name switch
    {
        "eq" => Equality(name, value, operand),
        "neq" => Not(Equality(name, value, operand)),
        "in" => Membership(name, value, operand),
        "nin" => Not(Membership(name, value, operand)),
        _ when FilterNames.Comparators.TryGetValue(name, out var comparator) => Compare(name, comparator, value, operand),
        _ when name[0] == 'n' && FilterNames.Comparators.TryGetValue(name[1..], out var negated) => Not(Compare(name, negated, value, operand)),
        _ => throw new InvalidOperationException($"Unknown operation '{name}'."),
    };

    private static NotTrue? Not(Predicate? condition) => condition is null ? null : new NotTrue(condition);

    private Comparison? Compare(string name, Comparator comparator, InputNode value, Operand operand)
    {
        if (value is not LeafInput { Source: var given })
        {
            Refuse(name, value, operand, list: false);
            return null;
        }

        return new Comparison(operand, comparator, comparator is Comparator.Like ? new PatternSource(given) : given);
    }

    private Predicate? Equality(string name, InputNode value, Operand operand) =>
        value is NullInput && operand.Type.IsNullable ? new IsNull(operand) : Compare(name, Comparator.Equal, value, operand);

    private Predicate? Membership(string name, InputNode value, Operand operand)
    {
        if (value is NullInput)
        {
            Refuse(name, value, operand, list: true);
            return null;
        }

        var items = value is ListInput list ? list.Items : [value];
        var values = items.OfType<LeafInput>().Select(i => i.Source).ToList();
        var oneOf = values.Count == 0 ? (Predicate)new Nothing() : new OneOf(operand, values);
        var nulls = items.Where(i => i is NullInput).ToList();
        if (nulls.Count > 0 && (operand.Type.IsNullable || operand.Type.Scalar is GoldScalar.Text))
        {
            return new Any([oneOf, new IsNull(operand)]);
        }

        nulls.ForEach(item => Refuse(name, item, operand, list: false));
        return oneOf;
    }

    private void Refuse(string name, InputNode value, Operand operand, bool list)
    {
        var scalar = FilterNames.Scalar(operand.Type);
        refused.Filter(value.Origin, name, FilterNames.Operations(operand.Type), list ? $"[{scalar}]!" : scalar + "!");
    }

    /// <summary>The object that a member needs; null, and noted as refused, when it is null.</summary>
    public ObjectInput? Given(string name, InputNode value, string filterType, string expectedType)
    {
        if (value is ObjectInput given)
        {
            return given;
        }

        refused.Filter(value.Origin, name, filterType, expectedType + "!");
        return null;
    }

    public static Predicate? Combine(InputNode value, Func<InputNode, Predicate?> compile, bool all)
    {
        var items = value switch
        {
            NullInput => [],
            ListInput list => list.Items,
            _ => [value],
        };
        if (items.Count == 0)
        {
            return null;
        }

        var conditions = items.Select(compile).ToList();
        if (all)
        {
            return Together([.. conditions.OfType<Predicate>()]);
        }

        // An alternative that filters nothing lets all rows through.
        return conditions.Contains(null) ? null : conditions.Count == 1 ? conditions[0] : new Any([.. conditions.OfType<Predicate>()]);
    }

    public static Predicate? Together(List<Predicate> conditions) => conditions.Count switch
    {
        0 => null,
        1 => conditions[0],
        _ => new All(conditions),
    };

    private static string ElementFilterName(GoldType type) => "List" + FilterNames.Operations(type with { IsList = false, IsNullable = false });
}
