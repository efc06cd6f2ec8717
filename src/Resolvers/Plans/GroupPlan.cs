using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Model.Grouping;

namespace NovaCorrente.Resolvers.Plans;

/// <summary>
/// Rows of a table put into groups. The groups are rows themselves, with columns of their own: keys, figures and figures beside other
/// periods. A level over groups selects, filters, orders and pages them like rows of a table.
/// </summary>
internal sealed class GroupPlan(GoldTable table) : RowSource
{
    private readonly List<GroupKeyColumn> _keys = [];
    private readonly List<FigureColumn> _figures = [];
    private readonly List<PeriodColumn> _periods = [];

    public GoldTable Table { get; } = table;

    /// <summary>The grouped table and what its rows lead to.</summary>
    public Join Root { get; } = Join.Root(table);

    /// <summary>Which rows are grouped.</summary>
    public Predicate? Filter { get; set; }

    /// <summary>Whether subtotals and a grand total are added.</summary>
    public bool Rollup { get; set; }

    /// <summary>Whether groups are added for periods without rows.</summary>
    public bool FillDates { get; set; }

    public IReadOnlyList<GroupKeyColumn> Keys => _keys;

    public IReadOnlyList<FigureColumn> Figures => _figures;

    public IReadOnlyList<PeriodColumn> Periods => _periods;

    /// <summary>Tells groups from subtotals: one bit per key that is summed over.</summary>
    public GoldColumn GroupingColumn { get; } = Derived("Grouping", new GoldType(GoldScalar.Long, IsList: false, IsNullable: false));

    /// <summary>How many keys are summed over.</summary>
    public GoldColumn LevelColumn { get; } = Derived("Level", new GoldType(GoldScalar.Int, IsList: false, IsNullable: false));

    /// <summary>The one key that puts groups in time; null when there is none or more than one.</summary>
    public GroupKeyColumn? Period => _keys.Where(k => k.Key.IsPeriod).ToList() is [var only] ? only : null;

    public GroupKeyColumn AddKey(GroupKey key)
    {
        var known = _keys.Find(k => k.Key == key);
        if (known is null)
        {
            var join = key.Path.Aggregate(Root, (from, relation) => from.To(relation)).Deciding();
            known = new GroupKeyColumn(Derived($"K{Text(_keys.Count)}", key.Type), key, new ColumnRef(join, key.Column));
            _keys.Add(known);
        }

        return known;
    }

    /// <summary>The column of a figure; null as function counts rows. One without a condition of its own is computed once.</summary>
    public GoldColumn Figure(AggregateFunction? function, GoldColumn? column, Predicate? filter)
    {
        var known = filter is null ? _figures.Find(f => f.Function == function && f.Source?.Column == column && f.Filter is null && !f.IsMixedUnits) : null;
        if (known is null)
        {
            var type = function is null
                ? new GoldType(GoldScalar.Long, IsList: false, IsNullable: false)
                : AggregateFunctions.ResultOf(function.Value, column!.Type);
            known = Add(type, function, column, filter, mixedUnits: false);
        }

        return known.Column;
    }

    /// <summary>The column that tells whether values of a unit column differ.</summary>
    public GoldColumn MixedUnits(GoldColumn unit, Predicate? filter) =>
        Add(new GoldType(GoldScalar.Boolean, IsList: false, IsNullable: false), AggregateFunction.CountDistinct, unit, filter, mixedUnits: true).Column;

    /// <summary>The column of a figure beside other periods.</summary>
    public GoldColumn OverTime(PeriodKind kind, GoldColumn figure, ValueSource? periods)
    {
        var type = kind is PeriodKind.Cumulative
            ? figure.Type with { IsNullable = true }
            : new GoldType(GoldScalar.Float, IsList: false, IsNullable: true);
        var column = Derived($"W{Text(_periods.Count)}", type);
        _periods.Add(new PeriodColumn(column, kind, figure, periods));
        return column;
    }

    private FigureColumn Add(GoldType type, AggregateFunction? function, GoldColumn? column, Predicate? filter, bool mixedUnits)
    {
        var figure = new FigureColumn(
            Derived($"M{Text(_figures.Count)}", type), function, column is null ? null : new ColumnRef(Root, column), filter, mixedUnits);
        _figures.Add(figure);
        return figure;
    }

    private static GoldColumn Derived(string name, GoldType type) =>
        new(name, "", type, IsKey: false, Unit: null, Formula: null, Range: null, PersonalData: null);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A key of the groups.</summary>
internal sealed record GroupKeyColumn(GoldColumn Column, GroupKey Key, ColumnRef Source);

/// <summary>A figure over the rows of a group, or over those of them that meet a condition.</summary>
internal sealed record FigureColumn(GoldColumn Column, AggregateFunction? Function, ColumnRef? Source, Predicate? Filter, bool IsMixedUnits)
{
    /// <summary>Whether a group without rows has the figure 0, instead of none.</summary>
    public bool IsZeroWhenEmpty => Function is null or AggregateFunction.Sum or AggregateFunction.CountDistinct;
}

/// <summary>A figure beside other periods.</summary>
internal sealed record PeriodColumn(GoldColumn Column, PeriodKind Kind, GoldColumn Figure, ValueSource? Periods);

/// <summary>What is looked at beside a period.</summary>
internal enum PeriodKind
{
    MovingAverage,
    Cumulative,
    Previous,
    PreviousChange,
    PreviousChangePercent,
    LastYear,
    LastYearChange,
    LastYearChangePercent,
}
