using System.Text;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>
/// The files of a backup: <c>NOVABK1\n</c>, 8 bytes that tell the key, the header of libsodium's secretstream (XChaCha20-Poly1305), and its
/// messages, each of 64 KiB before encryption but for the last, which alone is marked as final. What the file is (<see cref="Object"/>, or
/// the name of a manifest) is authenticated with every message.
/// </summary>
internal static class SealedFormat
{
    public const int ChunkSize = 64 * 1024;

    /// <summary>What every stored object is; which one, its hash in the manifest tells.</summary>
    public const string Object = "object";

    public static ReadOnlySpan<byte> Magic => "NOVABK1\n"u8;

    public static byte[] Context(string what) => Encoding.UTF8.GetBytes($"nova-corrente backup v1 {what}");
}
