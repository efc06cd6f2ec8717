namespace NovaCorrente.Schema.Gold.Model.Grouping;

/// <summary>A column of a table seen as something to compute over.</summary>
/// <param name="FieldName">Name in an aggregate row: the column's own, unless the row has a field of that name itself.</param>
/// <param name="Column">The column.</param>
/// <param name="UnitColumn">The column that gives the unit of each value, when units can differ from row to row.</param>
public sealed record Measure(string FieldName, GoldColumn Column, GoldColumn? UnitColumn)
{
    private static readonly string[] Reserved = ["key", "level", "count", "countOverTime"];

    /// <summary>The measures of a table, in declaration order.</summary>
    public static IEnumerable<Measure> Of(GoldTable table)
    {
        var unit = table.Find("unit") as GoldColumn;
        return table.Columns.Where(c => !c.Type.IsList).Select(column => new Measure(
            Reserved.Contains(column.FieldName) ? column.FieldName + "Column" : column.FieldName,
            column,
            column.IsQuantity ? unit : null));
    }
}
