using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using NovaCorrente.Resolvers.Access;

namespace NovaCorrente.Host.Auth.Tokens;

/// <summary>Reads bearer tokens: what counts is in <see cref="JwtBearerOptions"/>, which also keep the keys of a provider fresh.</summary>
internal sealed class BearerTokens(IOptionsMonitor<JwtBearerOptions> bearer, IOptions<AuthOptions> options)
{
    /// <summary>The scheme of callers with a token.</summary>
    public const string Scheme = "Bearer";

    /// <summary>The claim of a caller with the id of its token.</summary>
    public const string IdClaim = TokenPayload.IdClaim;

    /// <exception cref="RefusedCredentialsException">The token does not count.</exception>
    public async ValueTask<ClaimsPrincipal> AuthenticateAsync(string token, CancellationToken cancellationToken)
    {
        var settings = bearer.CurrentValue;
        var parameters = settings.TokenValidationParameters.Clone();
        parameters.ConfigurationManager = settings.ConfigurationManager as BaseConfigurationManager;
        var result = await settings.TokenHandlers[0].ValidateTokenAsync(token, parameters).WaitAsync(cancellationToken);
        if (!result.IsValid)
        {
            if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            {
                // The provider may have taken a new key.
                settings.ConfigurationManager?.RequestRefresh();
            }

            throw new RefusedCredentialsException(Reason(result.Exception), result.Exception);
        }

        var payload = TokenPayload.Of(result.SecurityToken);
        var caller = Caller.Create(
            Scheme,
            payload.Subject,
            payload.Name,
            payload.Roles(options.Value.RolesClaim),
            new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero));
        ((ClaimsIdentity)caller.Identity!).AddClaim(new Claim(IdClaim, payload.Id));
        return caller;
    }

    // Enough for whoever made the token to mend it, and nothing that was not in it.
    private static string Reason(Exception error) => error switch
    {
        SecurityTokenExpiredException => "The token has expired.",
        SecurityTokenNoExpirationException => "The token has no time of expiry.",
        SecurityTokenNotYetValidException => "The token is not valid yet.",
        SecurityTokenInvalidAudienceException => "The token is meant for another audience.",
        SecurityTokenInvalidIssuerException => "The token is of another issuer.",
        SecurityTokenInvalidAlgorithmException => "The token is signed with an algorithm that is not accepted.",
        SecurityTokenMalformedException => "The token cannot be read.",
        _ => "The signature of the token is not valid.",
    };
}
