using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NovaCorrente.Host.Auth.Keys;

/// <summary>The text of a key, <c>nova_ID_SECRET</c>: it can be told from other texts, so that scanners find one that has leaked.</summary>
/// <param name="Id">The public part.</param>
/// <param name="Secret">The secret part.</param>
internal sealed partial record ApiKeyText(string Id, string Secret)
{
    private const int SecretBytes = 32;
    private const int IdBytes = 6;

    /// <summary>A new one.</summary>
    public static ApiKeyText Create() => new(
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>The parts of a text, or null when it is no key.</summary>
    public static ApiKeyText? TryParse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success ? new ApiKeyText(match.Groups["id"].Value, match.Groups["secret"].Value) : null;
    }

    /// <summary>Whether a text can be the id of a key at all.</summary>
    public static bool IsId(string text) => IdPattern().IsMatch(text);

    /// <summary>What is kept of the secret.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Secret)));

    /// <summary>Whether this is the key of which a hash was kept; takes as long for a near miss as for a far one.</summary>
    public bool Matches(string hash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash()), Encoding.ASCII.GetBytes(hash));

    /// <inheritdoc/>
    public override string ToString() => $"nova_{Id}_{Secret}";

    [GeneratedRegex(@"^nova_(?<id>[0-9a-f]{12})_(?<secret>[A-Za-z0-9_-]{43})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^[0-9a-f]{12}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdPattern();
}
