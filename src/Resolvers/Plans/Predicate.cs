using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Plans;

/// <summary>A condition on a row. It is true, false or unknown, as in SQL; <see cref="NotTrue"/> is the exact complement of true.</summary>
internal abstract record Predicate;

/// <summary>All of them; true when there are none.</summary>
internal sealed record All(IReadOnlyList<Predicate> Items) : Predicate;

/// <summary>At least one of them.</summary>
internal sealed record Any(IReadOnlyList<Predicate> Items) : Predicate;

/// <summary>Holds for every row for which the inner condition is not true, rows with nulls included.</summary>
internal sealed record NotTrue(Predicate Inner) : Predicate;

/// <summary>The value is null.</summary>
internal sealed record IsNull(Operand Operand) : Predicate;

/// <summary>Never true.</summary>
internal sealed record Nothing : Predicate;

/// <summary>The value compares with a parameter.</summary>
internal sealed record Comparison(Operand Operand, Comparator Comparator, ValueSource Value) : Predicate;

/// <summary>The value is one of several parameters.</summary>
internal sealed record OneOf(Operand Operand, IReadOnlyList<ValueSource> Values) : Predicate;

/// <summary>Some related row meets the inner condition; with null, some related row exists.</summary>
internal sealed record ExistsRelated(Join Owner, ToManyRelation Relation, Join Scope, Predicate? Inner) : Predicate;

/// <summary>Some element of a list column meets the inner condition; with null, the list has elements.</summary>
internal sealed record ExistsElement(ColumnRef Column, ElementOperand Element, Predicate? Inner) : Predicate;

/// <summary>How a value and a parameter compare.</summary>
internal enum Comparator
{
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    StartsWith,
    EndsWith,
    Like,
}

/// <summary>A value of a row that a condition is about.</summary>
internal abstract record Operand(GoldType Type);

/// <summary>A column.</summary>
internal sealed record ColumnOperand(ColumnRef Reference) : Operand(Reference.Column.Type);

/// <summary>One element of a list column. Each occurrence is a variable of its own, so identity decides equality.</summary>
internal sealed record ElementOperand(GoldType ElementType) : Operand(ElementType)
{
    public bool Equals(ElementOperand? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
