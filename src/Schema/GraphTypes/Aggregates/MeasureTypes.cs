using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Model.Grouping;
using NovaCorrente.Schema.GraphTypes.Scalars;

namespace NovaCorrente.Schema.GraphTypes.Aggregates;

/// <summary>Builds the figures of a column, such as <c>DecimalMeasure</c>; columns of one kind share a type.</summary>
internal static class MeasureTypes
{
    public static ObjectGraphType Of(Measure measure, GoldTypes types)
    {
        var column = measure.Column.Type;
        return types.Named(
            Name(measure) + "Measure",
            name => new ObjectGraphType { Name = name, Description = "Figures over the values of a column; nulls are passed over." },
            type =>
            {
                type.AddFields(AggregateFunctions.Of(column).Select(function => new FieldType
                {
                    Name = function.FieldName(),
                    Description = Describe(function),
                    ResolvedType = Result(AggregateFunctions.ResultOf(function, column), types),
                }));
                if (measure.UnitColumn is not null)
                {
                    type.AddField(new FieldType
                    {
                        Name = "mixedUnits",
                        Description = "Whether the values are in different units, so that their sum has none.",
                        ResolvedType = types.Scalar(GoldScalar.Boolean).NonNull(),
                    });
                }

                if (column.IsNumeric)
                {
                    type.AddFields(OverTime(AggregateFunctions.ResultOf(AggregateFunction.Sum, column), types, withFunction: true));
                }
            });
    }

    public static ObjectGraphType CountOverTime(GoldTypes types) => types.Named(
        "CountOverTime",
        name => new ObjectGraphType { Name = name, Description = "A count beside those of other periods." },
        type => type.AddFields(OverTime(new GoldType(GoldScalar.Long, IsList: false, IsNullable: true), types, withFunction: false)));

    private static IEnumerable<FieldType> OverTime(GoldType sum, GoldTypes types, bool withFunction)
    {
        yield return new FieldType
        {
            Name = "movingAverage",
            Description = "Mean over this period and those before it, as many as asked for; periods without a group do not count.",
            ResolvedType = types.Scalar(GoldScalar.Float),
            Arguments = new QueryArguments([
                new QueryArgument(types.Scalar(GoldScalar.Int).NonNull()) { Name = "periods", Description = "How many periods, this one included." },
                .. Function(types, withFunction)]),
        };
        yield return new FieldType
        {
            Name = "cumulative",
            Description = "Sum from the first period to this one.",
            ResolvedType = types.Value(sum),
        };
        foreach (var (name, description) in new[] { ("previousPeriod", "The period before this one."), ("samePeriodLastYear", "The same period one year ago; for weeks, 52 weeks ago.") })
        {
            yield return new FieldType
            {
                Name = name,
                Description = description,
                ResolvedType = Comparison(types).NonNull(),
                Arguments = new QueryArguments(Function(types, withFunction)),
            };
        }
    }

    private static IEnumerable<QueryArgument> Function(GoldTypes types, bool withFunction) => withFunction
        ? [new QueryArgument(FunctionEnum(types)) { Name = "of", Description = "The figure to look at; the sum when not given.", DefaultValue = AggregateFunction.Sum }]
        : [];

    private static ObjectGraphType Comparison(GoldTypes types) => types.Named(
        "PeriodComparison",
        name => new ObjectGraphType { Name = name, Description = "Another period beside this one; null where that period has no group." },
        type => type.AddFields(
        [
            new FieldType { Name = "value", Description = "The figure of the other period.", ResolvedType = types.Scalar(GoldScalar.Float) },
            new FieldType { Name = "change", Description = "This period's figure minus the other's.", ResolvedType = types.Scalar(GoldScalar.Float) },
            new FieldType { Name = "changePct", Description = "The change in percent of the other period's figure; null when that is 0.", ResolvedType = types.Scalar(GoldScalar.Float) },
        ]));

    private static EnumerationGraphType FunctionEnum(GoldTypes types) => types.Named(nameof(AggregateFunction), name =>
    {
        var type = new EnumerationGraphType { Name = name, Description = "A figure over the values of a numeric column." };
        foreach (var function in Enum.GetValues<AggregateFunction>())
        {
            type.Add(new EnumValueDefinition(Naming.Upper(function.ToString()), function) { Description = Describe(function) });
        }

        return type;
    });

    private static IGraphType Result(GoldType type, GoldTypes types) => type.IsNullable ? types.Value(type) : types.Value(type).NonNull();

    private static string Name(Measure measure) => measure switch
    {
        { UnitColumn: not null } => "Quantity",
        { Column.Type: { Scalar: GoldScalar.Text or GoldScalar.Enum or GoldScalar.Boolean } } => "Label",
        _ => ScalarTypes.NameOf(measure.Column.Type.Scalar),
    };

    private static string Describe(AggregateFunction function) => function switch
    {
        AggregateFunction.Sum => "Sum; exact for decimals and whole numbers.",
        AggregateFunction.Avg => "Arithmetic mean.",
        AggregateFunction.Min => "Smallest value.",
        AggregateFunction.Max => "Largest value.",
        AggregateFunction.Stddev => "Sample standard deviation; null for fewer than two values.",
        AggregateFunction.Median => "Median, interpolated linearly.",
        AggregateFunction.P90 => "90th percentile, interpolated linearly.",
        _ => "How many different values there are.",
    };
}
