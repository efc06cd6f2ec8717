using System.Security.Claims;
using NovaCorrente.Host.Auth.Keys;
using NovaCorrente.Host.Auth.Tokens;

namespace NovaCorrente.Host.Auth;

/// <summary>Finds out who shows a token or a key, whatever brought it.</summary>
internal sealed class Authenticator(BearerTokens tokens, RevokedTokens revoked, ApiKeys keys)
{
    /// <exception cref="RefusedCredentialsException">What is shown does not count.</exception>
    public ValueTask<ClaimsPrincipal> AuthenticateAsync(Credentials credentials, CancellationToken cancellationToken) =>
        credentials.Token is { } token ? AuthenticateAsync(token, cancellationToken) : keys.AuthenticateAsync(credentials.ApiKey ?? "", cancellationToken);

    private async ValueTask<ClaimsPrincipal> AuthenticateAsync(string token, CancellationToken cancellationToken)
    {
        var caller = await tokens.AuthenticateAsync(token, cancellationToken);
        return await revoked.ContainsAsync(caller, cancellationToken) ? throw new RefusedCredentialsException("The token was revoked.") : caller;
    }
}
