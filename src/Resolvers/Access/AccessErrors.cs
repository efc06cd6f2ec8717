using System.Security.Claims;
using NovaCorrente.Resolvers.Execution;

namespace NovaCorrente.Resolvers.Access;

/// <summary>The refusals of the contract, which has one sentence for both.</summary>
public static class AccessErrors
{
    /// <summary>Code of a refusal because the caller has not signed in.</summary>
    public const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";

    /// <summary>Code of a refusal because the caller's role is too low.</summary>
    public const string NotAuthorized = "AUTH_NOT_AUTHORIZED";

    private const string Message = "The current user is not authorized to access this resource.";

    /// <summary>The refusal of this caller.</summary>
    public static GoldError Refused(ClaimsPrincipal? caller) =>
        new(Caller.IsAuthenticated(caller) ? NotAuthorized : NotAuthenticated, Message);

    /// <summary>The refusal of a caller who has signed in.</summary>
    internal static GoldError RoleTooLow() => new(NotAuthorized, Message);
}
