using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Plans;

/// <summary>
/// One list of rows of one table: the root list, or a to-many list below another level. It says which rows, in which order, cut how,
/// and which values of each row are needed.
/// </summary>
internal sealed class LevelPlan(GoldTable table)
{
    private readonly List<ColumnRef> _slots = [];
    private readonly List<ChildPlan> _children = [];

    public GoldTable Table { get; } = table;

    public Join Root { get; } = Join.Root(table);

    /// <summary>What computes the rows, when they are not stored rows of the table.</summary>
    public RowSource? Source { get; init; }

    public Predicate? Filter { get; set; }

    /// <summary>The order; it ends in the primary key, so no two rows tie.</summary>
    public IReadOnlyList<OrderTerm> Order { get; set; } = [];

    /// <summary>Short hash of the order, carried by its cursors.</summary>
    public string OrderSignature { get; set; } = "";

    /// <summary>How it is cut; null for a single row.</summary>
    public PagePlan? Page { get; set; }

    /// <summary>Whether the client gave no order, so that rows come as they are laid out.</summary>
    public bool FollowsLayout { get; set; }

    /// <summary>Whether its rows are those of an export.</summary>
    public bool IsFile { get; set; }

    /// <summary>Whether all rows are wanted, for an export: no page is cut.</summary>
    public bool IsUnbounded { get; set; }

    /// <summary>Whether rows must be put in order. A table that is read from end to end as it is laid out is in order already.</summary>
    public bool NeedsOrder => Page is not null && !(IsUnbounded && FollowsLayout);

    /// <summary>Whether any row is needed at all, or only the count.</summary>
    public bool NeedsRows { get; set; }

    /// <summary>Whether all rows that meet the filter are to be counted.</summary>
    public bool NeedsTotal { get; set; }

    /// <summary>The values needed of each row; shapes refer to them by position.</summary>
    public IReadOnlyList<ColumnRef> Slots => _slots;

    /// <summary>The to-many lists below each row.</summary>
    public IReadOnlyList<ChildPlan> Children => _children;

    /// <summary>Position of the slot that holds a column; added on first use.</summary>
    public int Slot(Join join, GoldColumn column)
    {
        var reference = new ColumnRef(join, column);
        var index = _slots.IndexOf(reference);
        if (index < 0)
        {
            index = _slots.Count;
            _slots.Add(reference);
        }

        return index;
    }

    /// <summary>Joins a relation for output; the columns that the join needs become slots, so that it can wait for the page.</summary>
    public Join JoinForOutput(Join from, ToOneRelation relation)
    {
        foreach (var column in relation.ForeignKey)
        {
            Slot(from, column);
        }

        return from.To(relation);
    }

    /// <summary>Joins figures over a to-many relation; the columns that tie them to their row become slots.</summary>
    public Join JoinTotals(Join owner, RelatedTotals totals)
    {
        foreach (var column in owner.Table.Key)
        {
            Slot(owner, column);
        }

        return owner.ToTotals(totals);
    }

    /// <summary>Adds a to-many list and returns it with its position.</summary>
    public ChildPlan AddChild(Join owner, ToManyRelation relation)
    {
        var keySlots = owner.Table.Key.Select(column => Slot(owner, column)).ToList();
        var child = new ChildPlan(_children.Count, relation, keySlots, new LevelPlan(relation.Target));
        _children.Add(child);
        return child;
    }
}

/// <summary>A to-many list below each row of a level.</summary>
/// <param name="Index">Position among the children of the level.</param>
/// <param name="Relation">The relation followed.</param>
/// <param name="OwnerKeySlots">Slots of the upper level that hold the key of the row that owns the list.</param>
/// <param name="Level">The list itself.</param>
internal sealed record ChildPlan(int Index, ToManyRelation Relation, IReadOnlyList<int> OwnerKeySlots, LevelPlan Level);
