namespace NovaCorrente.Resolvers.Plans;

/// <summary>
/// Where the values of a level stand in a row of its result, be it a row of the statement or one packed into a list. The SQL writer and
/// the JSON writer both follow it.
/// </summary>
internal sealed class LevelColumns
{
    private readonly int[] _rows;
    private readonly int[] _totals;

    private LevelColumns(LevelPlan level, int offset)
    {
        SlotOffset = offset;
        _rows = new int[level.Children.Count];
        _totals = new int[level.Children.Count];
        var next = offset + level.Slots.Count;
        for (var i = 0; i < level.Children.Count; i++)
        {
            _rows[i] = level.Children[i].Level.NeedsRows ? next++ : -1;
            _totals[i] = level.Children[i].Level.NeedsTotal ? next++ : -1;
        }

        Count = next;
    }

    /// <summary>Position of slot 0.</summary>
    public int SlotOffset { get; }

    /// <summary>How many columns there are.</summary>
    public int Count { get; }

    /// <summary>
    /// The root: with a total, each row starts with the total and a mark that tells a row from the empty page that a total alone makes.
    /// </summary>
    public static LevelColumns OfRoot(LevelPlan level) => new(level, level.NeedsTotal ? 2 : 0);

    /// <summary>A to-many list: each row is one packed value.</summary>
    public static LevelColumns OfChild(LevelPlan level) => new(level, 0);

    /// <summary>Position of the list of rows of a child.</summary>
    public int Rows(int child) => _rows[child];

    /// <summary>Position of the total of a child.</summary>
    public int Total(int child) => _totals[child];
}
