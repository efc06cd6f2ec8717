using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes.Sorting;

namespace NovaCorrente.Schema.GraphTypes.Aggregates;

/// <summary>The names of the input types that order groups.</summary>
public static class AggregateSortNames
{
    /// <summary>The order of the groups of a table.</summary>
    public static string Groups(GoldTable table) => $"{table.Name}{AggregateFields.Suffix}{SortInputs.Suffix}";

    /// <summary>The order by values of the key.</summary>
    public static string Key(GoldTable table) => $"{table.Name}{AggregateFields.Suffix}Key{SortInputs.Suffix}";

    /// <summary>The order by figures over a column.</summary>
    public static string Figures(GoldType column) =>
        $"{(column.IsNumeric ? "Number" : column.Scalar is GoldScalar.Date or GoldScalar.DateTime ? "Date" : "Label")}Measure{SortInputs.Suffix}";
}
