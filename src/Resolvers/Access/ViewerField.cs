using System.Security.Claims;
using GraphQL.Resolvers;
using GraphQL.Types;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Pipeline;
using NovaCorrente.Schema.Access;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;

namespace NovaCorrente.Resolvers.Access;

/// <summary>Adds the root field <c>viewer</c>: who asks, and with which roles.</summary>
internal sealed class ViewerField(IAccessPolicy access) : IGoldSchemaExtension
{
    public void Extend(GoldSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var boolean = schema.Types.Scalar(GoldScalar.Boolean);
        var viewer = PayloadTypes.Object(
            "Viewer",
            "Who asks.",
            PayloadTypes.Field<ClaimsPrincipal>(
                "name", "The name under which the caller has signed in; null for one who has not.", schema.Types.Scalar(GoldScalar.Text), NameOf),
            PayloadTypes.Field<ClaimsPrincipal>("roles", "What the caller may do, the least first.", Roles().NonNull().ListOf().NonNull(), RolesOf),
            PayloadTypes.Field<ClaimsPrincipal>(
                "isAuthenticated", "Whether the caller has signed in.", boolean.NonNull(), caller => Caller.IsAuthenticated(caller)),
            PayloadTypes.Field<ClaimsPrincipal>(
                "expiresAt",
                "When the caller has to sign in again; null when never.",
                schema.Types.Scalar(GoldScalar.DateTime),
                caller => Caller.ExpiresAt(caller)));
        schema.Query.AddField(new FieldType
        {
            Name = "viewer",
            Description = "Who asks, and with which roles. Open to everybody.",
            ResolvedType = viewer.NonNull(),
            Resolver = new FuncFieldResolver<ClaimsPrincipal>(context => context.User ?? new ClaimsPrincipal()),
        }.OpenToEverybody());
    }

    private static EnumerationGraphType Roles()
    {
        var type = new EnumerationGraphType { Name = nameof(Role), Description = "What a caller may do. Each role includes those before it." };
        type.Add(Value(Role.Viewer, "Reads the gold layer, with the names of natural persons masked."));
        type.Add(Value(Role.Analyst, "Also sees the names of natural persons, looks back in time and exports without a limit."));
        type.Add(Value(Role.Operator, "Also runs the pipeline and sees the insides of runs."));
        type.Add(Value(Role.Admin, "Also does what cannot be taken back by another run."));
        return type;

        static EnumValueDefinition Value(Role role, string description) => new(Caller.Spell(role), role) { Description = description };
    }

    private static string? NameOf(ClaimsPrincipal caller) => Caller.IsAuthenticated(caller) ? caller.Identity!.Name : null;

    private List<Role> RolesOf(ClaimsPrincipal caller) => [.. Enum.GetValues<Role>().Where(role => role <= access.ScopeOf(caller).Role)];
}
