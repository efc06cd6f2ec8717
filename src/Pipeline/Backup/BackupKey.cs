using System.Security.Cryptography;
using System.Text;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>
/// The key of the backups. Three keys are derived from it (HKDF with SHA-256): one to encrypt, one to name objects, and one of which a part
/// stands in every file, so that a wrong key is told from a damaged file.
/// </summary>
public sealed class BackupKey
{
    /// <summary>Bytes of the key.</summary>
    internal const int Size = 32;

    /// <summary>Bytes of <see cref="Fingerprint"/>.</summary>
    internal const int FingerprintSize = 8;

    // 32 random bytes hold about 30 different ones; fewer than this come up less than once in 10^12 keys.
    private const int FewestDifferentBytes = 16;
    private readonly byte[] _names;

    private BackupKey(byte[] key)
    {
        Encryption = Derive(key, "nova-corrente backup v1 encryption", Size);
        _names = Derive(key, "nova-corrente backup v1 names", Size);
        Fingerprint = Derive(key, "nova-corrente backup v1 fingerprint", FingerprintSize);
    }

    /// <summary>The key of the cipher.</summary>
    internal byte[] Encryption { get; }

    /// <summary>Tells this key from others and nothing about it.</summary>
    internal byte[] Fingerprint { get; }

    /// <summary>A new key as text.</summary>
    public static string Generate() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size));

    /// <exception cref="BackupException">There is no key, it cannot be read, or it is weak.</exception>
    internal static BackupKey Load(BackupOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.KeyFile))
        {
            try
            {
                return Parse(File.ReadAllText(options.KeyFile), $"The key in '{options.KeyFile}'");
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException and not BackupException)
            {
                throw new BackupException(BackupFault.NoKey, $"The key file '{options.KeyFile}' cannot be read: {e.Message}", e);
            }
        }

        return !string.IsNullOrWhiteSpace(options.Key)
            ? Parse(options.Key, "The key")
            : throw new BackupException(
                BackupFault.NoKey, "There is no backup key. Make one with 'nova backup-key', keep it away from the backups, and name its file in Backup:KeyFile.");
    }

    /// <param name="text">Base64 or hexadecimal.</param>
    /// <param name="what">What to call it in an error.</param>
    /// <exception cref="BackupException">It is not 32 random bytes.</exception>
    internal static BackupKey Parse(string text, string what)
    {
        var key = Decode(text.Trim());
        return key is not { Length: Size } ? throw Weak($"{what} is not 32 bytes in Base64 or hexadecimal.")
            : key.Distinct().Count() < FewestDifferentBytes ? throw Weak($"{what} repeats itself: it was not made at random.")
            : key.All(b => b is >= 0x20 and < 0x7f) ? throw Weak($"{what} is readable text, not random bytes.")
            : new BackupKey(key);
    }

    /// <summary>The name under which content is stored: the same content has the same name, which tells nothing about it to who lacks the key.</summary>
    internal string NameOf(string sha256) => Convert.ToHexStringLower(HMACSHA256.HashData(_names, Encoding.ASCII.GetBytes(sha256)));

    private static BackupException Weak(string reason) =>
        new(BackupFault.WeakKey, $"{reason} A key is made with 'nova backup-key'.");

    private static byte[]? Decode(string text)
    {
        if (text.Length == Size * 2 && text.All(char.IsAsciiHexDigit))
        {
            return Convert.FromHexString(text);
        }

        var bytes = new byte[Size + 1];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : null;
    }

    private static byte[] Derive(byte[] key, string purpose, int size) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, size, info: Encoding.ASCII.GetBytes(purpose));
}
