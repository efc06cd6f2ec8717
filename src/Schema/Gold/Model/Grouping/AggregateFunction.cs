namespace NovaCorrente.Schema.Gold.Model.Grouping;

/// <summary>What can be computed over the values of a column.</summary>
public enum AggregateFunction
{
    /// <summary>The sum, exact for decimals and integers.</summary>
    Sum,

    /// <summary>The arithmetic mean.</summary>
    Avg,

    /// <summary>The smallest value.</summary>
    Min,

    /// <summary>The largest value.</summary>
    Max,

    /// <summary>The sample standard deviation; null for fewer than two values.</summary>
    Stddev,

    /// <summary>The median, interpolated linearly.</summary>
    Median,

    /// <summary>The 90th percentile, interpolated linearly.</summary>
    P90,

    /// <summary>How many different values there are, nulls aside.</summary>
    CountDistinct,
}

/// <summary>Which functions apply to a column, and what they give.</summary>
public static class AggregateFunctions
{
    /// <summary>The functions for values of a type; none for lists.</summary>
    public static IReadOnlyList<AggregateFunction> Of(GoldType type) => type switch
    {
        { IsList: true } => [],
        { IsNumeric: true } => Enum.GetValues<AggregateFunction>(),
        { Scalar: GoldScalar.Date or GoldScalar.DateTime } => [AggregateFunction.Min, AggregateFunction.Max, AggregateFunction.CountDistinct],
        _ => [AggregateFunction.CountDistinct],
    };

    /// <summary>The type of the result. All but counts are null when there are no values.</summary>
    public static GoldType ResultOf(AggregateFunction function, GoldType type) => function switch
    {
        AggregateFunction.CountDistinct => new GoldType(GoldScalar.Long, IsList: false, IsNullable: false),
        AggregateFunction.Min or AggregateFunction.Max => type with { IsNullable = true },
        AggregateFunction.Sum when type.Scalar is GoldScalar.Decimal => type with { IsNullable = true, Precision = 38 },
        AggregateFunction.Sum when type.Scalar is GoldScalar.Int or GoldScalar.Long => new GoldType(GoldScalar.Long, IsList: false, IsNullable: true),
        _ => new GoldType(GoldScalar.Float, IsList: false, IsNullable: true),
    };

    /// <summary>GraphQL name of a function, for example <c>countDistinct</c>.</summary>
    public static string FieldName(this AggregateFunction function) => Naming.Camel(function.ToString());
}
