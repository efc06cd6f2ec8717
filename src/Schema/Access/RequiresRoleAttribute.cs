namespace NovaCorrente.Schema.Access;

/// <summary>
/// On a record: nobody below the role may read the table, however it is reached. On a property: nobody below it may select, filter, order or
/// group by the column. Without it the role is VIEWER.
/// </summary>
/// <param name="role">The least role.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class RequiresRoleAttribute(Role role) : Attribute
{
    /// <summary>The least role.</summary>
    public Role Role { get; } = role;
}
