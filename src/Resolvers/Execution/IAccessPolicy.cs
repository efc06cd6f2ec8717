using System.Security.Claims;
using NovaCorrente.Resolvers.Plans;

namespace NovaCorrente.Resolvers.Execution;

/// <summary>Decides what the user of a request may see. Without one that says otherwise, everybody sees everything.</summary>
public interface IAccessPolicy
{
    /// <summary>What this user may see; null is a request without a user.</summary>
    AccessScope ScopeOf(ClaimsPrincipal? user);
}

/// <summary>Shows everything to everybody.</summary>
public sealed class OpenAccessPolicy : IAccessPolicy
{
    /// <inheritdoc/>
    public AccessScope ScopeOf(ClaimsPrincipal? user) => AccessScope.Full;
}
