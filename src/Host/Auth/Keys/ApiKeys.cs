using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Requests;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Resolvers.Access;

namespace NovaCorrente.Host.Auth.Keys;

/// <summary>Knows callers by their API keys. What the lake says of a key is remembered for seconds; while the lake is away, for minutes.</summary>
internal sealed class ApiKeys(ApiKeyStore store, IOptions<AuthOptions> options, TimeProvider time)
{
    /// <summary>The scheme of callers with a key.</summary>
    public const string Scheme = "ApiKey";

    private const int MaxKnown = 10_000;

    private static readonly TimeSpan _grace = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan _lakeWait = TimeSpan.FromSeconds(2);

    private readonly BoundedCache<Reading> _known = new(MaxKnown, MaxKnown);

    /// <exception cref="RefusedCredentialsException">The key does not count.</exception>
    public async ValueTask<ClaimsPrincipal> AuthenticateAsync(string text, CancellationToken cancellationToken)
    {
        // One sentence for keys that are unknown and keys whose secret is wrong: nobody learns which ids exist.
        if (ApiKeyText.TryParse(text) is not { } shown || await FindAsync(shown.Id, cancellationToken) is not { } key || !shown.Matches(key.SecretSha256))
        {
            throw new RefusedCredentialsException("The API key is not known.");
        }

        if (!key.IsValidAt(time.GetUtcNow()))
        {
            throw new RefusedCredentialsException(key.RevokedAt is null ? "The API key has expired." : "The API key was revoked.");
        }

        return Caller.Create(Scheme, key.Id, key.Name, [key.Role], key.ExpiresAt);
    }

    /// <summary>Whether a caller was known by a key.</summary>
    public static bool IsKeyHolder(ClaimsPrincipal caller) => caller.Identity?.AuthenticationType == Scheme;

    /// <summary>Whether the key by which a caller was known still counts.</summary>
    public async Task<bool> IsStillValidAsync(ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        await FindAsync(caller.FindFirst(Caller.SubjectClaim)!.Value, cancellationToken) is { } key && key.IsValidAt(time.GetUtcNow());

    private async Task<ApiKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = _known.TryGet(id, out var reading) ? reading : null;
        if (known is not null && now - known.AskedAt < options.Value.KeyCacheTime)
        {
            return known.Key;
        }

        try
        {
            var key = await LakeWait.WithinAsync(_lakeWait, time, token => store.FindAsync(id, token), cancellationToken);
            _known.Set(id, new Reading(key, now, now), weight: 1);
            return key;
        }
        catch (LakeException) when (known is not null && now - known.At < _grace)
        {
            // Not every request is to find out anew that the lake is away.
            _known.Set(id, known with { AskedAt = time.GetUtcNow() }, weight: 1);
            return known.Key;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Reading(ApiKey? Key, DateTimeOffset At, DateTimeOffset AskedAt);
}
