using GraphQL.Types;

namespace NovaCorrente.Schema.GraphTypes;

internal static class ComplexTypeFilling
{
    public static void AddFields(this IComplexGraphType type, IEnumerable<FieldType> fields)
    {
        foreach (var field in fields)
        {
            type.AddField(field);
        }
    }
}
