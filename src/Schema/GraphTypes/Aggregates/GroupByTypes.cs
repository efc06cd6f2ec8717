using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Gold.Model.Grouping;

namespace NovaCorrente.Schema.GraphTypes.Aggregates;

/// <summary>Builds the choices of keys to group by, and the type of a group's key.</summary>
internal static class GroupByTypes
{
    public static EnumerationGraphType Enum(GoldTable table, GoldTypes types) => types.Named(table.Name + "GroupBy", name =>
    {
        var type = new EnumerationGraphType { Name = name, Description = $"What {table.Plural} can be grouped by." };
        foreach (var key in GroupKeys.Of(table))
        {
            type.Add(new EnumValueDefinition(key.Name, key) { Description = Describe(key) });
        }

        return type;
    });

    public static ObjectGraphType Key(GoldTable table, GoldTypes types) => types.Named(
        table.Name + "AggregateKey",
        name => new ObjectGraphType { Name = name, Description = "The key of a group; values that it is not grouped by are null." },
        type => type.AddFields(GroupKeys.Of(table).Select(key => new FieldType
        {
            Name = key.FieldName,
            Description = Describe(key),
            ResolvedType = types.Value(key.Type),
        })));

    private static string Describe(GroupKey key) => key.Part switch
    {
        null => key.Column.Description,
        DatePart.Weekday => $"ISO weekday, 1 is Monday, of: {key.Column.Description}",
        DatePart.MonthOfYear => $"Month of the year, 1 to 12, of: {key.Column.Description}",
        var part => $"First day of the {part.ToString()!.ToLowerInvariant()} of: {key.Column.Description}",
    };
}
