using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.GraphTypes.Scalars;

/// <summary>The GraphQL enum of a model enum. Its values are the stored texts.</summary>
internal sealed class GoldEnumType : EnumerationGraphType
{
    private GoldEnumType()
    {
    }

    public static EnumerationGraphType Of(GoldEnum source)
    {
        var type = new GoldEnumType { Name = source.Type.Name, Description = source.Description };
        foreach (var value in source.Values)
        {
            type.Add(new EnumValueDefinition(value.Name, value.Name) { Description = value.Description });
        }

        return type;
    }

    /// <summary>Also accepts the CLR enum value, so that objects of the service resolve like stored rows.</summary>
    public override object? Serialize(object? value) => base.Serialize(value is Enum member ? Naming.Upper(member.ToString()) : value);
}
