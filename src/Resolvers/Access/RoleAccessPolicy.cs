using System.Security.Claims;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Plans;

namespace NovaCorrente.Resolvers.Access;

/// <summary>Everybody may do what the highest of their roles allows; whoever has not signed in may do nothing.</summary>
public sealed class RoleAccessPolicy : IAccessPolicy
{
    /// <inheritdoc/>
    public AccessScope ScopeOf(ClaimsPrincipal? user) => new(Caller.RoleOf(user));
}
