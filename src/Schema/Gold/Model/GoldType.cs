namespace NovaCorrente.Schema.Gold.Model;

/// <summary>The kinds of value that a gold column can hold.</summary>
public enum GoldScalar
{
    /// <summary>VARCHAR, GraphQL <c>String</c>.</summary>
    Text,

    /// <summary>BOOLEAN, GraphQL <c>Boolean</c>.</summary>
    Boolean,

    /// <summary>INTEGER, GraphQL <c>Int</c>.</summary>
    Int,

    /// <summary>BIGINT, GraphQL <c>Long</c>.</summary>
    Long,

    /// <summary>DECIMAL(p,s), GraphQL <c>Decimal</c>.</summary>
    Decimal,

    /// <summary>DOUBLE, GraphQL <c>Float</c>.</summary>
    Float,

    /// <summary>DATE, GraphQL <c>LocalDate</c>.</summary>
    Date,

    /// <summary>TIMESTAMP in UTC, GraphQL <c>DateTime</c>.</summary>
    DateTime,

    /// <summary>VARCHAR with a closed set of values, a GraphQL enum.</summary>
    Enum,
}

/// <summary>The full type of a gold column.</summary>
/// <param name="Scalar">The kind of one value.</param>
/// <param name="IsList">Whether the column holds a list of such values.</param>
/// <param name="IsNullable">Whether the column, as a whole, may be null.</param>
/// <param name="Precision">Digits in all, for a decimal.</param>
/// <param name="Scale">Digits after the point, for a decimal.</param>
/// <param name="EnumType">The CLR enum, for an enum.</param>
public sealed record GoldType(GoldScalar Scalar, bool IsList, bool IsNullable, int Precision = 0, int Scale = 0, Type? EnumType = null)
{
    /// <summary>Whether sums and averages make sense.</summary>
    public bool IsNumeric => !IsList && Scalar is GoldScalar.Int or GoldScalar.Long or GoldScalar.Decimal or GoldScalar.Float;

    /// <summary>The DuckDB spelling of the type, for example <c>DECIMAL(18,4)</c> or <c>VARCHAR[]</c>.</summary>
    public string DuckDbName => (Scalar switch
    {
        GoldScalar.Text or GoldScalar.Enum => "VARCHAR",
        GoldScalar.Boolean => "BOOLEAN",
        GoldScalar.Int => "INTEGER",
        GoldScalar.Long => "BIGINT",
        GoldScalar.Decimal => $"DECIMAL({Precision},{Scale})",
        GoldScalar.Float => "DOUBLE",
        GoldScalar.Date => "DATE",
        GoldScalar.DateTime => "TIMESTAMP",
        _ => throw new InvalidOperationException($"No DuckDB type for {Scalar}."),
    }) + (IsList ? "[]" : "");
}
