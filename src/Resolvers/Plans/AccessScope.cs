using NovaCorrente.Schema.Access;

namespace NovaCorrente.Resolvers.Plans;

/// <summary>What a reader may see. It becomes part of the statement, so a plan serves only readers of one scope.</summary>
/// <param name="Role">The reader's role; null may see nothing.</param>
public readonly record struct AccessScope(Role? Role)
{
    /// <summary>What stands in place of a name that may not be seen.</summary>
    public const string Mask = "***";

    /// <summary>Everything.</summary>
    public static AccessScope Full { get; } = new(Schema.Access.Role.Admin);

    /// <summary>Whether names of natural persons are shown.</summary>
    public bool SeesPersonalData => Includes(Schema.Access.Role.Analyst);

    /// <summary>Whether the reader may do what needs this role.</summary>
    public bool Includes(Role required) => Role >= required;
}
