using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Model.Grouping;
using NovaCorrente.Schema.GraphTypes.Aggregates;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>Turns the <c>order</c> of an aggregate into terms; the keys of the groups complete it, so that no two groups tie.</summary>
internal sealed class AggregateOrderCompiler(LevelPlan level, GroupPlan groups, RefusedInput refused)
{
    private const string Direction = "SortEnumType";

    private readonly List<OrderTerm> _terms = [];

    public IReadOnlyList<OrderTerm> Compile(IReadOnlyList<InputNode> order)
    {
        foreach (var (name, value) in Given(order.SelectMany(item => ((ObjectInput)item).Fields), AggregateSortNames.Groups(groups.Table), MemberType))
        {
            switch (name)
            {
                case "key":
                    AddKeys((ObjectInput)value);
                    break;
                case "level":
                    Add(groups.LevelColumn, value);
                    break;
                case "count":
                    Add(groups.Figure(null, null, null), value);
                    break;
                default:
                    AddFigures(Measured(name), (ObjectInput)value);
                    break;
            }
        }

        foreach (var key in groups.Keys)
        {
            Add(key.Column, descending: false);
        }

        Add(groups.GroupingColumn, descending: false);
        return _terms;
    }

    private void AddKeys(ObjectInput keys)
    {
        foreach (var (name, value) in Given(keys.Fields, AggregateSortNames.Key(groups.Table), _ => Direction))
        {
            var key = groups.Keys.FirstOrDefault(k => k.Key.FieldName == name)
                ?? throw new GoldError("GOLD_ORDER_NOT_GROUPED", $"The groups cannot be ordered by `{name}`, because `groupBy` does not name it.");
            Add(key.Column, value);
        }
    }

    private void AddFigures(GoldColumn column, ObjectInput figures)
    {
        foreach (var (name, value) in Given(figures.Fields, AggregateSortNames.Figures(column.Type), _ => Direction))
        {
            Add(groups.Figure(AggregateFunctions.Of(column.Type).First(f => f.FieldName() == name), column, null), value);
        }
    }

    private string MemberType(string name) => name switch
    {
        "key" => AggregateSortNames.Key(groups.Table),
        "level" or "count" => Direction,
        _ => AggregateSortNames.Figures(Measured(name).Type),
    };

    private GoldColumn Measured(string name) => Measure.Of(groups.Table).First(m => m.FieldName == name).Column;

    private IEnumerable<KeyValuePair<string, InputNode>> Given(
        IEnumerable<KeyValuePair<string, InputNode>> fields, string sortType, Func<string, string> memberType)
    {
        foreach (var field in fields)
        {
            if (field.Value is NullInput)
            {
                refused.Sorting(field.Value.Origin, field.Key, sortType, memberType(field.Key) + "!");
            }
            else
            {
                yield return field;
            }
        }
    }

    private void Add(GoldColumn column, InputNode direction) => Add(column, OrderCompiler.IsDescending((LeafInput)direction));

    private void Add(GoldColumn column, bool descending)
    {
        var term = new OrderTerm(new ColumnRef(level.Root, column), descending);
        if (!_terms.Exists(t => t.Reference == term.Reference))
        {
            _terms.Add(term);
        }
    }
}
