namespace NovaCorrente.Schema.Gold.Model;

/// <summary>Marks a column of the primary key; several make a composite key, in declaration order.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyAttribute : Attribute;

/// <summary>
/// On a property of record type: the to-one relation found by these foreign-key properties, matched to the target's key in order.
/// </summary>
/// <param name="foreignKey">Names of the foreign-key properties of the declaring record.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RelationAttribute(params string[] foreignKey) : Attribute
{
    /// <summary>Names of the foreign-key properties of the declaring record.</summary>
    public IReadOnlyList<string> ForeignKey { get; } = foreignKey;
}

/// <summary>On a list of records: the to-many side of a to-one relation that the element type declares.</summary>
/// <param name="relation">Name of the to-one property of the element type.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InverseOfAttribute(string relation) : Attribute
{
    /// <summary>Name of the to-one property of the element type.</summary>
    public string Relation { get; } = relation;
}

/// <summary>Precision and scale of a decimal column.</summary>
/// <param name="precision">Digits in all.</param>
/// <param name="scale">Digits after the point.</param>
[AttributeUsage(AttributeTargets.Property)]
public class PrecisionAttribute(int precision, int scale) : Attribute
{
    /// <summary>Digits in all.</summary>
    public int Precision { get; } = precision;

    /// <summary>Digits after the point.</summary>
    public int Scale { get; } = scale;
}

/// <summary>A quantity of material or service: DECIMAL(18,4).</summary>
public sealed class QuantityAttribute() : PrecisionAttribute(18, 4);

/// <summary>An amount of money: DECIMAL(18,2).</summary>
public sealed class MoneyAttribute() : PrecisionAttribute(18, 2);

/// <summary>A rate, share or statistic: DECIMAL(18,6).</summary>
public sealed class RateAttribute() : PrecisionAttribute(18, 6);

/// <summary>The unit in which the values of a column are given, for example <c>days</c> or <c>BRL</c>.</summary>
/// <param name="unit">The unit, as it is shown to a reader.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnitAttribute(string unit) : Attribute
{
    /// <summary>The unit, as it is shown to a reader.</summary>
    public string Unit { get; } = unit;
}

/// <summary>How a computed column comes about, in the words and symbols of its field.</summary>
/// <param name="formula">The formula.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FormulaAttribute(string formula) : Attribute
{
    /// <summary>The formula.</summary>
    public string Formula { get; } = formula;
}

/// <summary>Bounds, both included, that the values of a numeric column must respect. Outside them is an error unless said otherwise.</summary>
/// <param name="minimum">The smallest accepted value.</param>
/// <param name="maximum">The largest accepted value.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RangeAttribute(double minimum, double maximum = double.PositiveInfinity) : Attribute
{
    /// <summary>The smallest accepted value.</summary>
    public double Minimum { get; } = minimum;

    /// <summary>The largest accepted value.</summary>
    public double Maximum { get; } = maximum;

    /// <summary>Whether a value outside stops the publish.</summary>
    public CheckSeverity Severity { get; init; } = CheckSeverity.Error;
}

/// <summary>
/// The text of this column may name a natural person, in every row or in those where another column has a given value; it is masked for
/// roles below ANALYST.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalDataAttribute : Attribute
{
    /// <summary>Every row holds personal data.</summary>
    public PersonalDataAttribute()
    {
    }

    /// <summary>Some rows hold personal data.</summary>
    /// <param name="kindProperty">Name of the property that tells which rows do.</param>
    /// <param name="kind">The stored value of that property in such rows, for example <c>INDIVIDUAL</c>.</param>
    public PersonalDataAttribute(string kindProperty, string kind)
    {
        KindProperty = kindProperty;
        Kind = kind;
    }

    /// <summary>Name of the property that tells which rows hold personal data; null when all do.</summary>
    public string? KindProperty { get; }

    /// <summary>The stored value of that property in such rows.</summary>
    public string? Kind { get; }
}

/// <summary>What a failed check does.</summary>
public enum CheckSeverity
{
    /// <summary>Recorded; the snapshot is published.</summary>
    Warn,

    /// <summary>Stops the publish; the old snapshot stays current.</summary>
    Error,
}
