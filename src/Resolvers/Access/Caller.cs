using System.Globalization;
using System.Security.Claims;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Resolvers.Access;

/// <summary>Who asks, as every way of signing in describes it: a name, roles, and the moment at which that ends.</summary>
public static class Caller
{
    /// <summary>Claim with the name to show.</summary>
    public const string NameClaim = "name";

    /// <summary>Claim with what tells the caller apart from others of the same name.</summary>
    public const string SubjectClaim = "sub";

    /// <summary>Claim with a role, in the spelling of the API; one claim for each.</summary>
    public const string RoleClaim = "roles";

    /// <summary>Claim with the end of validity, in seconds since 1970.</summary>
    public const string ExpiryClaim = "exp";

    /// <summary>Makes a caller.</summary>
    /// <param name="scheme">How the caller has proved who it is.</param>
    /// <param name="subject">What tells the caller apart from others of the same name.</param>
    /// <param name="name">The name to show.</param>
    /// <param name="roles">Its roles; without one it may ask for nothing.</param>
    /// <param name="expiresAt">The end of validity; null when there is none.</param>
    public static ClaimsPrincipal Create(
        string scheme, string? subject, string? name, IEnumerable<Role> roles, DateTimeOffset? expiresAt)
    {
        var claims = roles.Select(role => new Claim(RoleClaim, Spell(role))).ToList();
        if (subject is not null)
        {
            claims.Add(new Claim(SubjectClaim, subject));
        }

        if (name is not null)
        {
            claims.Add(new Claim(NameClaim, name));
        }

        if (expiresAt is { } end)
        {
            claims.Add(new Claim(ExpiryClaim, end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme, NameClaim, RoleClaim));
    }

    /// <summary>Whether somebody has signed in.</summary>
    public static bool IsAuthenticated(ClaimsPrincipal? caller) => caller?.Identity is { IsAuthenticated: true };

    /// <summary>The highest role of the caller, which includes the others; null when there is none.</summary>
    public static Role? RoleOf(ClaimsPrincipal? caller) => IsAuthenticated(caller)
        ? caller!.FindAll(RoleClaim).Select(claim => Parse(claim.Value)).Max()
        : null;

    /// <summary>The end of validity; null when there is none.</summary>
    public static DateTimeOffset? ExpiresAt(ClaimsPrincipal? caller) =>
        long.TryParse(caller?.FindFirst(ExpiryClaim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>The role of this name, in any case; null when there is no such role.</summary>
    public static Role? Parse(string name) =>
        Enum.GetValues<Role>().Where(role => Spell(role).Equals(name, StringComparison.OrdinalIgnoreCase)).Select(role => (Role?)role).FirstOrDefault();

    /// <summary>The role as the API spells it, for example <c>VIEWER</c>.</summary>
    public static string Spell(Role role) => role.ToString().ToUpperInvariant();
}
