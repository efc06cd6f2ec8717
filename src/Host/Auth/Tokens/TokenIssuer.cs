using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Auth.Tokens;

/// <summary>Signs tokens with the service's own secret.</summary>
internal sealed class TokenIssuer(IOptions<AuthOptions> options, TimeProvider time)
{
    private const int IdBytes = 16;

    /// <summary>Whether a text can be the id of a token that was signed here.</summary>
    public static bool IsId(string text) => text.Length == 2 * IdBytes && text.All(char.IsAsciiHexDigitLower);

    /// <summary>A token of a role, and the id by which it can be revoked.</summary>
    /// <exception cref="InvalidOperationException">Tokens are a provider's business, or there is no secret that would do; the message says which.</exception>
    public (string Token, string Id) Issue(string name, Role role, TimeSpan validFor)
    {
        var auth = options.Value;
        if (auth.HasAuthority)
        {
            throw new InvalidOperationException($"Tokens come from {auth.Authority}, which is set as Auth:Authority; this service issues none.");
        }

        if (SecretStrength.Unusable(auth) is { } problem)
        {
            throw new InvalidOperationException(problem);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(auth.SecretKey!));
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = auth.Issuer,
            Audience = auth.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + validFor,
            Claims = new Dictionary<string, object>
            {
                [TokenPayload.IdClaim] = id,
                [Caller.SubjectClaim] = name,
                [Caller.NameClaim] = name,
                [auth.RolesClaim] = new[] { Caller.Spell(role) },
            },
            SigningCredentials = new SigningCredentials(key, auth.Algorithm),
        });
        return (token, id);
    }
}
