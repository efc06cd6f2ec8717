using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Plans;

/// <summary>
/// A table reached from the table of a level by a path of to-one relations; the root of the tree is the level's own table.
/// Asking twice for one relation gives one join.
/// </summary>
internal sealed class Join
{
    private readonly List<Join> _children = [];

    private Join(GoldTable table, Join? parent, ToOneRelation? relation, RelatedTotals? totals = null)
    {
        Table = table;
        Parent = parent;
        Relation = relation;
        Totals = totals;
    }

    public GoldTable Table { get; }

    public Join? Parent { get; }

    /// <summary>The relation of <see cref="Parent"/> that leads here; null at the root.</summary>
    public ToOneRelation? Relation { get; }

    /// <summary>The figures that are joined, when it is not a row that is.</summary>
    public RelatedTotals? Totals { get; }

    public IReadOnlyList<Join> Children => _children;

    /// <summary>
    /// Whether the page cannot be cut without this join, because a filter or the order reads it. Other joins wait until the page is
    /// cut, so that they touch only its rows.
    /// </summary>
    public bool DecidesPage { get; private set; }

    public static Join Root(GoldTable table) => new(table, null, null) { DecidesPage = true };

    public Join To(ToOneRelation relation)
    {
        var join = _children.Find(c => c.Relation == relation);
        if (join is null)
        {
            join = new Join(relation.Target, this, relation);
            _children.Add(join);
        }

        return join;
    }

    /// <summary>Joins figures over a to-many relation: always exactly one row. Each call has its own, as each has its own filter.</summary>
    public Join ToTotals(RelatedTotals totals)
    {
        var join = new Join(totals.Relation.Target, this, null, totals);
        _children.Add(join);
        return join;
    }

    /// <summary>Declares that a filter or the order reads this join.</summary>
    public Join Deciding()
    {
        for (var join = this; join is { DecidesPage: false }; join = join.Parent!)
        {
            join.DecidesPage = true;
        }

        return this;
    }

    /// <summary>This join and all below it, parents first.</summary>
    public IEnumerable<Join> SelfAndDescendants() => _children.SelectMany(c => c.SelfAndDescendants()).Prepend(this);
}

/// <summary>Figures over the rows of a to-many relation.</summary>
internal sealed record RelatedTotals(ToManyRelation Relation, GroupPlan Groups);

/// <summary>A column of a joined table.</summary>
internal sealed record ColumnRef(Join Join, GoldColumn Column);
