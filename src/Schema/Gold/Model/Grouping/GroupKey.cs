namespace NovaCorrente.Schema.Gold.Model.Grouping;

/// <summary>Something that rows of a table can be grouped by: a column of its own or of a row it leads to, or a part of a date.</summary>
/// <param name="Name">GraphQL name among the choices, for example <c>PART_FAMILY_NAME</c> or <c>REQUESTED_ON_MONTH</c>.</param>
/// <param name="Path">The relations that lead to the column; empty for the table's own.</param>
/// <param name="Column">The column.</param>
/// <param name="Part">The part of a date, when it is not the whole value.</param>
public sealed record GroupKey(string Name, IReadOnlyList<ToOneRelation> Path, GoldColumn Column, DatePart? Part)
{
    /// <summary>Name of the value in the key of a group, for example <c>partFamilyName</c>.</summary>
    public string FieldName { get; } = Naming.Camel(string.Concat(Name.Split('_').Select(word => word[..1] + word[1..].ToLowerInvariant())));

    /// <summary>The type of the value; null stands for a missing value and for a key that is rolled up.</summary>
    public GoldType Type { get; } = Part is DatePart.Weekday or DatePart.MonthOfYear
        ? new GoldType(GoldScalar.Int, IsList: false, IsNullable: true)
        : Column.Type with { IsNullable = true };

    /// <summary>Whether groups follow each other in time, at even steps.</summary>
    public bool IsPeriod => Type.Scalar is GoldScalar.Date;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
