using GraphQL.Types;

namespace NovaCorrente.Schema.GraphTypes.Fields;

/// <summary>Ties a field of the GraphQL schema to what it stands for.</summary>
public static class GoldFieldExtensions
{
    private const string MetadataKey = "gold";

    /// <summary>What the field stands for, or null when it is no field of the gold model.</summary>
    public static GoldField? GetGoldField(this FieldType field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Metadata.TryGetValue(MetadataKey, out var value) ? value as GoldField : null;
    }

    /// <summary>Says what the field stands for.</summary>
    public static FieldType WithGoldField(this FieldType field, GoldField gold)
    {
        ArgumentNullException.ThrowIfNull(field);
        field.Metadata[MetadataKey] = gold;
        return field;
    }
}
