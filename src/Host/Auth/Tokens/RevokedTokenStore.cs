using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Host.Auth.Tokens;

/// <summary>
/// Revoked tokens as <c>revoked-tokens/EXPIRY-HASH.json</c> in the gold layer, beside the API keys. The name says all that requests need: it is found
/// by a listing, whatever ids a provider gives.
/// </summary>
internal sealed class RevokedTokenStore(ILake lake, TimeProvider time)
{
    private const string Folder = "revoked-tokens/";

    // Clocks of issuer, replicas and lake may differ; a name that is kept too long costs nothing.
    private static readonly TimeSpan _margin = TimeSpan.FromHours(1);

    /// <summary>Revokes a token.</summary>
    /// <returns>Whether it still counted before.</returns>
    public async Task<bool> RevokeAsync(string id, string? name, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{Folder}{expiresAt.ToUnixTimeSeconds()}-{HashOf(id)}.json");
        return await lake.TryWriteJsonAsync(LakeLayer.Gold, key, new RevokedToken(id, name, time.GetUtcNow(), expiresAt), null, cancellationToken) is not null;
    }

    /// <summary>The hashes of all ids that are revoked.</summary>
    public async Task<HashSet<string>> ReadAsync(CancellationToken cancellationToken)
    {
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var found in lake.ListAsync(LakeLayer.Gold, Folder, cancellationToken))
        {
            hashes.Add(NameOf(found)[(NameOf(found).IndexOf('-', StringComparison.Ordinal) + 1)..]);
        }

        return hashes;
    }

    /// <summary>Forgets tokens that have expired by now.</summary>
    /// <returns>How many.</returns>
    public async Task<int> CleanAsync(CancellationToken cancellationToken)
    {
        var expired = new List<string>();
        await foreach (var found in lake.ListAsync(LakeLayer.Gold, Folder, cancellationToken))
        {
            if (ExpiryOf(NameOf(found)) is { } end && end + _margin < time.GetUtcNow())
            {
                expired.Add(found.Key);
            }
        }

        foreach (var key in expired)
        {
            await lake.DeleteAsync(LakeLayer.Gold, key, cancellationToken);
        }

        return expired.Count;
    }

    /// <summary>What the lake knows an id by.</summary>
    public static string HashOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private static string NameOf(LakeObject found) => Path.GetFileNameWithoutExtension(found.Key);

    private static DateTimeOffset? ExpiryOf(string name) =>
        long.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
