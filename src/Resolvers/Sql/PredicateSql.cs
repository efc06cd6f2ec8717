using NovaCorrente.Resolvers.Plans;

namespace NovaCorrente.Resolvers.Sql;

/// <summary>Spells a <see cref="Predicate"/>.</summary>
internal static class PredicateSql
{
    public static string Write(Predicate predicate, SqlBuilder sql) => predicate switch
    {
        All { Items: var items } => "(" + string.Join(" AND ", items.Select(i => Write(i, sql))) + ")",
        Any { Items: var items } => "(" + string.Join(" OR ", items.Select(i => Write(i, sql))) + ")",
        NotTrue { Inner: ExistsRelated or ExistsElement or IsNull } not => $"NOT {Write(not.Inner, sql)}",
        NotTrue not => $"({Write(not.Inner, sql)}) IS NOT TRUE",
        IsNull isNull => $"({Operand(isNull.Operand, sql)} IS NULL)",
        Nothing => "FALSE",
        Comparison comparison => Compare(comparison, sql),
        OneOf oneOf => $"{Operand(oneOf.Operand, sql)} IN ({string.Join(", ", oneOf.Values.Select(v => sql.Parameter(v, oneOf.Operand.Type)))})",
        ExistsRelated exists => Related(exists, sql),
        ExistsElement exists => Element(exists, sql),
        _ => throw new InvalidOperationException($"No SQL for {predicate.GetType().Name}."),
    };

    /// <summary>The joins that the deciding part of a join tree needs, each on a line of its own.</summary>
    public static string DecidingJoins(Join root, SqlBuilder sql) => string.Concat(root.SelfAndDescendants()
        .Where(j => j is { DecidesPage: true, Relation: not null })
        .Select(j => $"\n  LEFT JOIN {sql.Table(j.Table)} {sql.Alias(j)} ON {sql.On(sql.Alias(j.Parent!), j.Relation!, sql.Alias(j))}"));

    private static string Compare(Comparison comparison, SqlBuilder sql)
    {
        var operand = Operand(comparison.Operand, sql);
        var rounding = comparison.Comparator switch
        {
            Comparator.Greater or Comparator.LessOrEqual => Rounding.Down,
            Comparator.GreaterOrEqual or Comparator.Less => Rounding.Up,
            _ => Rounding.NullIfInexact,
        };
        var value = sql.Parameter(comparison.Value, comparison.Operand.Type, rounding);
        return comparison.Comparator switch
        {
            Comparator.Equal => $"{operand} = {value}",
            Comparator.Less => $"{operand} < {value}",
            Comparator.LessOrEqual => $"{operand} <= {value}",
            Comparator.Greater => $"{operand} > {value}",
            Comparator.GreaterOrEqual => $"{operand} >= {value}",
            Comparator.Contains => sql.Dialect.Contains(operand, value),
            Comparator.StartsWith => sql.Dialect.StartsWith(operand, value),
            Comparator.EndsWith => sql.Dialect.EndsWith(operand, value),
            _ => sql.Dialect.Like(operand, value),
        };
    }

    private static string Related(ExistsRelated exists, SqlBuilder sql)
    {
        var scope = sql.Alias(exists.Scope);
        var owner = sql.Alias(exists.Owner);
        var condition = exists.Inner is null ? "" : " AND " + Write(exists.Inner, sql);
        return $"EXISTS (SELECT 1 FROM {sql.Table(exists.Scope.Table)} {scope}{DecidingJoins(exists.Scope, sql)}"
            + $" WHERE {sql.On(scope, exists.Relation.Inverse, owner)}{condition})";
    }

    private static string Element(ExistsElement exists, SqlBuilder sql)
    {
        var name = sql.Element(exists.Element);
        var condition = exists.Inner is null ? "" : " WHERE " + Write(exists.Inner, sql);
        return $"EXISTS (SELECT 1 FROM {sql.Dialect.Elements(sql.Column(exists.Column), name + "s", name)}{condition})";
    }

    private static string Operand(Operand operand, SqlBuilder sql) => operand switch
    {
        ColumnOperand column => sql.Column(column.Reference),
        ElementOperand element => sql.Element(element),
        _ => throw new InvalidOperationException($"No SQL for {operand.GetType().Name}."),
    };
}
