using System.Security.Cryptography;
using System.Text;

namespace NovaCorrente.Pipeline.Lake;

/// <summary>SHA-256, lower-case hexadecimal.</summary>
internal static class Hashing
{
    /// <summary>Of a text in UTF-8.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Of all that is left of a stream.</summary>
    public static async Task<string> Sha256Async(Stream content, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
}
