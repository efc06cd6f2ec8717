using GraphQLParser.AST;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Model.Grouping;
using NovaCorrente.Schema.GraphTypes.Aggregates;

namespace NovaCorrente.Resolvers.Compilation;

/// <summary>Compiles the arguments of an aggregate and the selection of one of its rows; <see cref="SelectionCompiler"/> does the rest.</summary>
internal sealed class AggregateCompiler(InputReader input, FilterCompiler filters, RefusedInput refused)
{
    /// <summary>The groups of a root aggregate, and a level over them with its condition and order.</summary>
    public LevelPlan Level(GraphQLField field, GoldTable table)
    {
        var groups = new GroupPlan(table)
        {
            Rollup = Flag(field, AggregateFields.Rollup),
            FillDates = Flag(field, AggregateFields.FillDates),
        };
        if (input.ArgumentOrNull(field, "where") is { } where)
        {
            groups.Filter = filters.Compile(where, groups.Root);
        }

        foreach (var item in Items(input.ArgumentOrNull(field, AggregateFields.GroupBy)))
        {
            groups.AddKey(KeyOf(table, ((LeafInput)item).Structural));
        }

        if (groups.FillDates)
        {
            _ = PeriodOf(groups, AggregateFields.FillDates);
        }

        var level = new LevelPlan(table) { Source = groups };
        if (input.ArgumentOrNull(field, AggregateFields.Having) is { } having)
        {
            level.Filter = new HavingCompiler(filters, level, groups).Compile(having);
        }

        level.Order = new AggregateOrderCompiler(level, groups, refused).Compile(Items(input.ArgumentOrNull(field, "order")));
        return level;
    }

    /// <summary>
    /// The column that answers a field of a row or of a measure in it, or a nested object of such. <paramref name="slot"/> turns a column
    /// of the groups into a shape.
    /// </summary>
    public ValueShape? Value(
        CollectedField field, GroupPlan groups, Func<GoldColumn, ValueShape> slot, Func<CollectedField, Func<CollectedField, ValueShape?>, ValueShape> nested)
    {
        switch (field.Name)
        {
            case "key":
                return nested(field, key => Key(key, groups, slot));
            case "level":
                return slot(groups.LevelColumn);
            case "count":
                return slot(groups.Figure(null, null, Filter(field, groups)));
            case "countOverTime":
                return nested(field, member => OverTime(member, groups, _ => groups.Figure(null, null, null), slot, nested));
        }

        var measure = Measure.Of(groups.Table).FirstOrDefault(m => m.FieldName == field.Name);
        if (measure is null)
        {
            return null;
        }

        var filter = Filter(field, groups);
        return nested(field, figure => Figure(figure, measure, filter, groups, slot, nested));
    }

    private static ValueShape? Key(CollectedField field, GroupPlan groups, Func<GoldColumn, ValueShape> slot)
    {
        if (field.Name == "__typename")
        {
            return null;
        }

        return groups.Keys.FirstOrDefault(k => k.Key.FieldName == field.Name) is { } key ? slot(key.Column) : new LiteralShape("null"u8.ToArray());
    }

    private ValueShape? Figure(
        CollectedField field,
        Measure measure,
        Predicate? filter,
        GroupPlan groups,
        Func<GoldColumn, ValueShape> slot,
        Func<CollectedField, Func<CollectedField, ValueShape?>, ValueShape> nested)
    {
        if (field.Name == "mixedUnits")
        {
            return slot(groups.MixedUnits(measure.UnitColumn!, filter));
        }

        return AggregateFunctions.Of(measure.Column.Type).Where(f => f.FieldName() == field.Name).ToList() is [var function]
            ? slot(groups.Figure(function, measure.Column, filter))
            : OverTime(field, groups, f => groups.Figure(f, measure.Column, filter), slot, nested);
    }

    private ValueShape? OverTime(
        CollectedField field,
        GroupPlan groups,
        Func<AggregateFunction, GoldColumn> figure,
        Func<GoldColumn, ValueShape> slot,
        Func<CollectedField, Func<CollectedField, ValueShape?>, ValueShape> nested)
    {
        ValueShape Column(PeriodKind kind, ValueSource? periods = null)
        {
            _ = PeriodOf(groups, field.Name);
            var of = (input.ArgumentOrNull(field.Field, "of") as LeafInput)?.Structural;
            return slot(groups.OverTime(kind, figure(of is null ? AggregateFunction.Sum : FunctionOf(of)), periods));
        }

        ValueShape Comparison(PeriodKind value, PeriodKind change, PeriodKind percent) => nested(field, member => member.Name switch
        {
            "value" => Column(value),
            "change" => Column(change),
            "changePct" => Column(percent),
            _ => null,
        });

        return field.Name switch
        {
            "movingAverage" => Column(PeriodKind.MovingAverage, ((LeafInput)input.Argument(field.Field, "periods")!).Source),
            "cumulative" => Column(PeriodKind.Cumulative),
            "previousPeriod" => Comparison(PeriodKind.Previous, PeriodKind.PreviousChange, PeriodKind.PreviousChangePercent),
            "samePeriodLastYear" => Comparison(PeriodKind.LastYear, PeriodKind.LastYearChange, PeriodKind.LastYearChangePercent),
            _ => null,
        };
    }

    private static GroupKeyColumn PeriodOf(GroupPlan groups, string what) => groups switch
    {
        { Rollup: true } => throw new GoldError("GOLD_ROLLUP_OVER_TIME", $"`{what}` looks at periods side by side and cannot be combined with `rollup`."),
        { Period: { } period } => period,
        _ => throw new GoldError("GOLD_NEEDS_ONE_DATE", $"`{what}` needs `groupBy` to name exactly one date, for example a `…_MONTH`."),
    };

    private Predicate? Filter(CollectedField field, GroupPlan groups) =>
        input.ArgumentOrNull(field.Field, "where") is { } where ? filters.Compile(where, groups.Root) : null;

    private bool Flag(GraphQLField field, string argument) => input.ArgumentOrNull(field, argument) is LeafInput { Structural: true };

    private static GroupKey KeyOf(GoldTable table, object? choice) => choice as GroupKey ?? GroupKeys.Of(table).First(k => k.Name == (string)choice!);

    private static AggregateFunction FunctionOf(object choice) =>
        choice as AggregateFunction? ?? Enum.GetValues<AggregateFunction>().First(f => Naming.Upper(f.ToString()) == (string)choice);

    private static IReadOnlyList<InputNode> Items(InputNode? node) => node switch
    {
        null => [],
        ListInput list => list.Items,
        _ => [node],
    };
}
