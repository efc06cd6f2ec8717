using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.IdentityModel.Tokens;

namespace NovaCorrente.Host.Auth;

/// <summary>Whether a secret is one that nobody can guess.</summary>
internal static partial class SecretStrength
{
    private const string Advice =
        "Set SECRET_KEY (or Auth:SecretKey) to random text, for example the output of `openssl rand -base64 48`, or Auth:Authority to your OpenID Connect provider.";

    // A secret of so few characters that are no placeholder's was made up by a person, not drawn at random.
    private const int FewestOwnCharacters = 16;
    private const int FewestDifferentCharacters = 10;

    /// <summary>What keeps tokens from being signed and read with a secret at all, in sentences for whoever set it; null when nothing does.</summary>
    public static string? Unusable(AuthOptions options)
    {
        if (LeastBytes(options.Algorithm) is not { } least)
        {
            return $"Auth:Algorithm (ALGORITHM) is '{options.Algorithm}'; HS256, HS384 and HS512 are offered.";
        }

        var bytes = Encoding.UTF8.GetByteCount(options.SecretKey ?? "");
        return bytes == 0 ? $"There is no secret to sign tokens with. {Advice}"
            : bytes < least ? string.Create(CultureInfo.InvariantCulture, $"The secret is too short: {bytes} bytes, and {options.Algorithm} needs {least}. {Advice}")
            : null;
    }

    /// <summary>Whether the secret stands in a document, an example, or could be found by trying such words.</summary>
    public static bool IsWellKnown(string secret)
    {
        var own = PlaceholderWords().Replace(secret.ToLowerInvariant(), "");
        own = NoCharacters().Replace(own, "");
        return own.Length < FewestOwnCharacters || own.Distinct().Count() < FewestDifferentCharacters;
    }

    /// <summary>What to say of a secret that is well known.</summary>
    public static string WellKnown { get; } = $"The secret is an example that everybody knows, or made of such words. {Advice}";

    private static int? LeastBytes(string algorithm) => algorithm switch
    {
        SecurityAlgorithms.HmacSha256 => 32,
        SecurityAlgorithms.HmacSha384 => 48,
        SecurityAlgorithms.HmacSha512 => 64,
        _ => null,
    };

    [GeneratedRegex(
        "change|please|replace|insert|example|sample|default|placeholder|production|development|your|secret|private|password|passwd|token|jwt|"
        + "signing|random|string|strong|secure|super|very|long|least|bits?|bytes?|chars?|characters?|minimum|min|must|should|here|this|that|with|"
        + "test|demo|local|admin|user|root|nova|corrente|auth|key|for|the|not|use|dev|prod|only|insecure|unsafe|safe|todo|fixme|foo|bar|baz|"
        + "abcdefghijklmnopqrstuvwxyz|0123456789|1234567890|123456|qwerty|me|my|at|in|to|is|be|of|an?(?=[^a-z])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlaceholderWords();

    [GeneratedRegex("[^a-z0-9]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoCharacters();
}
