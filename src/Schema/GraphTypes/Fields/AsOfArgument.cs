using GraphQL.Types;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Schema.GraphTypes.Fields;

/// <summary>The argument with which a gold field looks back in time.</summary>
public static class AsOfArgument
{
    /// <summary>Its name.</summary>
    public const string Name = "asOf";

    internal static QueryArgument Create(GoldTypes types) => new QueryArgument(types.Named("ID", _ => new IdGraphType()))
    {
        Name = Name,
        Description = "Answer from an earlier snapshot: its id, or a date and time at which it was current. The current one when not given.",
    }.RequiresRole(Role.Analyst);
}
