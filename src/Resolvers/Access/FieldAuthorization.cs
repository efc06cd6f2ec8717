using GraphQL.Types;
using GraphQL.Utilities;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Schema.Access;
using NovaCorrente.Schema.GraphTypes;

namespace NovaCorrente.Resolvers.Access;

/// <summary>
/// Puts a check before the resolver of every field that needs a role, when the schema is complete. What a gold field reaches through its
/// selection and its arguments is checked where its statement is written.
/// </summary>
internal sealed class FieldAuthorization(IAccessPolicy access) : BaseSchemaNodeVisitor, IGoldSchemaExtension
{
    public void Extend(GoldSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema.RegisterVisitor(this);
    }

    public override void VisitObjectFieldDefinition(FieldType field, IObjectGraphType type, ISchema schema)
    {
        ArgumentNullException.ThrowIfNull(field);
        var rule = new AccessRule(
            field.RequiredRole(type, schema),
            [.. (field.Arguments ?? []).Select(a => (a.Name, Role: a.RequiredRole())).Where(a => a.Role is not null).Select(a => (a.Name, a.Role!.Value))],
            access);
        if (rule.IsEmpty)
        {
            return;
        }

        // The events of a subscription are for whoever could open it.
        if (field.StreamResolver is { } stream)
        {
            field.StreamResolver = new AuthorizedStream(stream, rule);
        }
        else if (field.Resolver is { } resolver)
        {
            field.Resolver = new AuthorizedResolver(resolver, rule);
        }
        else
        {
            throw new InvalidOperationException($"{type.Name}.{field.Name} needs a role and has no resolver to guard.");
        }
    }
}
