using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Auth.Keys;

/// <summary>What is kept of an API key: enough to know it again, not enough to make it.</summary>
/// <param name="Id">The public part of the key, by which it is found.</param>
/// <param name="Name">Who or what uses it.</param>
/// <param name="Role">What it may do.</param>
/// <param name="SecretSha256">SHA-256 of the secret part, hexadecimal. The secret is 256 random bits, so no salt or slow hash is needed.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends by itself; null for never.</param>
/// <param name="RevokedAt">When it was revoked; null when it was not.</param>
internal sealed record ApiKey(
    string Id, string Name, Role Role, string SecretSha256, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt)
{
    /// <summary>Whether it counts at a moment.</summary>
    public bool IsValidAt(DateTimeOffset moment) => RevokedAt is null && !(ExpiresAt <= moment);
}
