using NovaCorrente.Schema.Access;

namespace NovaCorrente.Schema.Gold.Model;

/// <summary>Something that a row of a table offers: a column or a relation.</summary>
/// <param name="PropertyName">Name of the property of the record.</param>
/// <param name="Description">What it is, with unit and formula, as shown to a reader.</param>
public abstract record GoldMember(string PropertyName, string Description)
{
    /// <summary>GraphQL field name, for example <c>requestedOn</c>.</summary>
    public string FieldName { get; } = Naming.Camel(PropertyName);
}

/// <summary>A stored column.</summary>
/// <param name="PropertyName">Name of the property of the record.</param>
/// <param name="Description">What it is, with unit and formula, as shown to a reader.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="IsKey">Whether it is part of the primary key.</param>
/// <param name="Unit">The unit of its values, if they have one.</param>
/// <param name="Formula">How it is computed, if it is.</param>
/// <param name="Range">Accepted bounds, if declared.</param>
/// <param name="PersonalData">When it names a natural person, if ever.</param>
public sealed record GoldColumn(
    string PropertyName,
    string Description,
    GoldType Type,
    bool IsKey,
    string? Unit,
    string? Formula,
    RangeAttribute? Range,
    PersonalDataAttribute? PersonalData) : GoldMember(PropertyName, Description)
{
    /// <summary>SQL and Parquet column name, for example <c>requested_on</c>.</summary>
    public string SqlName { get; } = Naming.Snake(PropertyName);

    /// <summary>Whether it is declared as a <see cref="QuantityAttribute"/>: an amount in a unit of material.</summary>
    public bool IsQuantity { get; init; }

    /// <summary>The least role that may select, filter, order or group by the column.</summary>
    public Role RequiredRole { get; init; } = Role.Viewer;
}

/// <summary>A relation to at most one row of another table.</summary>
/// <param name="PropertyName">Name of the property of the record.</param>
/// <param name="Description">What it is.</param>
/// <param name="Target">The other table.</param>
/// <param name="ForeignKey">Columns of this table, matched to <see cref="GoldTable.Key"/> of the target in order.</param>
/// <param name="IsNullable">Whether a row may have none.</param>
public sealed record ToOneRelation(
    string PropertyName,
    string Description,
    GoldTable Target,
    IReadOnlyList<GoldColumn> ForeignKey,
    bool IsNullable) : GoldMember(PropertyName, Description);

/// <summary>A relation to any number of rows of another table.</summary>
/// <param name="PropertyName">Name of the property of the record.</param>
/// <param name="Description">What it is.</param>
/// <param name="Target">The other table.</param>
/// <param name="Inverse">The to-one relation of the other table that leads back.</param>
public sealed record ToManyRelation(
    string PropertyName,
    string Description,
    GoldTable Target,
    ToOneRelation Inverse) : GoldMember(PropertyName, Description);
