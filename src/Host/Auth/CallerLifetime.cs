using System.Security.Claims;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Auth.Keys;
using NovaCorrente.Host.Auth.Tokens;
using NovaCorrente.Host.Transports;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Resolvers.Access;

namespace NovaCorrente.Host.Auth;

/// <summary>Waits until a token or key has expired or is revoked.</summary>
internal sealed class CallerLifetime(ApiKeys keys, RevokedTokens revoked, IOptions<AuthOptions> options, TimeProvider time) : ICallerLifetime
{
    public async Task<string> EndAsync(ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var expiresAt = Caller.ExpiresAt(caller) ?? DateTimeOffset.MaxValue;
        var proof = ApiKeys.IsKeyHolder(caller) ? "API key" : "token";
        while (expiresAt - time.GetUtcNow() is { Ticks: > 0 } left)
        {
            if (!await IsStillValidAsync(caller, cancellationToken))
            {
                return $"The {proof} was revoked";
            }

            var next = options.Value.KeyCacheTime;
            await Task.Delay(left < next ? left : next, time, cancellationToken);
        }

        return $"The {proof} has expired";
    }

    // A lake that is away says nothing about a key. Nobody, too, may hold a socket, and has nothing that could be revoked.
    private async Task<bool> IsStillValidAsync(ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        try
        {
            return ApiKeys.IsKeyHolder(caller) ? await keys.IsStillValidAsync(caller, cancellationToken) : !await revoked.ContainsAsync(caller, cancellationToken);
        }
        catch (LakeException)
        {
            return true;
        }
    }
}
