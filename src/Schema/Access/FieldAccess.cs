using GraphQL.Types;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Access;

/// <summary>
/// Says who may ask for a field or give an argument: the <c>@authorize</c> of the contract, which is not shown in the schema but written into
/// the description. A root field that says nothing is for VIEWER, or for ADMIN if it is a mutation.
/// </summary>
public static class FieldAccess
{
    private const string MetadataKey = "authorize";

    /// <summary>Nobody below the role may ask for the field.</summary>
    public static FieldType RequiresRole(this FieldType field, Role role)
    {
        ArgumentNullException.ThrowIfNull(field);
        field.Metadata[MetadataKey] = role;
        field.Description = Described(field.Description, role);
        return field;
    }

    /// <summary>Nobody below the role may give the argument.</summary>
    public static QueryArgument RequiresRole(this QueryArgument argument, Role role)
    {
        ArgumentNullException.ThrowIfNull(argument);
        argument.Metadata[MetadataKey] = role;
        argument.Description = Described(argument.Description, role);
        return argument;
    }

    /// <summary>Everybody may ask for the field, signed in or not.</summary>
    public static FieldType OpenToEverybody(this FieldType field)
    {
        ArgumentNullException.ThrowIfNull(field);
        field.Metadata[MetadataKey] = null;
        return field;
    }

    /// <summary>The least role that the argument needs; null when whoever may ask for the field may give it.</summary>
    public static Role? RequiredRole(this QueryArgument argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return argument.Metadata.TryGetValue(MetadataKey, out var role) ? (Role?)role : null;
    }

    /// <summary>The least role that the field of a type needs; null when everybody may ask for it who may ask for its object.</summary>
    public static Role? RequiredRole(this FieldType field, IGraphType declaringType, ISchema schema)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(schema);
        return field.Metadata.TryGetValue(MetadataKey, out var role) ? (Role?)role
            : declaringType == schema.Query || declaringType == schema.Subscription ? Role.Viewer
            : declaringType == schema.Mutation ? Role.Admin
            : null;
    }

    internal static string Described(string? description, Role role) =>
        role is Role.Viewer ? description ?? "" : $"{description} Needs the role {Naming.Upper(role.ToString())}.".TrimStart();
}
