namespace NovaCorrente.Host.Auth.Tokens;

/// <summary>That a token no longer counts, although it has not expired.</summary>
/// <param name="Id">Its id, as <see cref="TokenPayload.Id"/> tells it.</param>
/// <param name="Name">Whose it was; null when only the id was known.</param>
/// <param name="RevokedAt">When it was revoked.</param>
/// <param name="ExpiresAt">From when it does not count anyway, so that this need not be kept.</param>
internal sealed record RevokedToken(string Id, string? Name, DateTimeOffset RevokedAt, DateTimeOffset ExpiresAt);
