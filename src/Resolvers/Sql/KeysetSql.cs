using NovaCorrente.Resolvers.Plans;

namespace NovaCorrente.Resolvers.Sql;

/// <summary>Spells the order of a level and the conditions that cursors put on it. Nulls come last in the order that the client sees.</summary>
internal static class KeysetSql
{
    /// <summary>The order in which rows are fetched: the client's, or its exact reverse for pages counted from the end.</summary>
    public static string OrderBy(IReadOnlyList<OrderTerm> order, bool reverse, Func<OrderTerm, string> expression) => string.Join(", ", order.Select(term =>
        expression(term)
        + (term.Descending != reverse ? " DESC" : " ASC")
        + (term.IsNullable ? reverse ? " NULLS FIRST" : " NULLS LAST" : "")));

    /// <summary>The conditions of <c>after</c> and <c>before</c>, if there are any.</summary>
    public static IEnumerable<string> Conditions(PagePlan page, SqlBuilder sql)
    {
        if (page.After is { } after)
        {
            yield return Beyond(after, following: true, sql);
        }

        if (page.Before is { } before)
        {
            yield return Beyond(before, following: false, sql);
        }
    }

    private static string Beyond(CursorPlan cursor, bool following, SqlBuilder sql)
    {
        var terms = cursor.Order.Select((term, i) => (
            Term: term,
            Column: sql.Column(term.Reference),
            Value: sql.Parameter(new CursorSource(cursor, i), term.Type))).ToList();

        var condition = "";
        for (var i = terms.Count - 1; i >= 0; i--)
        {
            var (term, column, value) = terms[i];
            var strict = Strict(term, column, value, following);
            condition = condition.Length == 0 ? strict
                : term.IsNullable ? $"({strict} OR ({column} IS NOT DISTINCT FROM {value} AND {condition}))"
                // The bound on the column alone lets the scan skip row groups, and makes the comparison of the tie superfluous.
                : $"{column} {(term.Descending == following ? "<=" : ">=")} {value} AND ({strict} OR {condition})";
        }

        return condition;
    }

    private static string Strict(OrderTerm term, string column, string value, bool following)
    {
        var comparison = $"{column} {(term.Descending == following ? "<" : ">")} {value}";
        return !term.IsNullable ? comparison
            : following ? $"({comparison} OR ({column} IS NULL AND {value} IS NOT NULL))"
            : $"({comparison} OR ({column} IS NOT NULL AND {value} IS NULL))";
    }
}
