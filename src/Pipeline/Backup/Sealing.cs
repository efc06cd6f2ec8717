using System.Security.Cryptography;
using Geralt;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>Encrypts a stream.</summary>
internal static class Sealing
{
    /// <summary>Writes the sealed content of <paramref name="source"/> to <paramref name="target"/>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="what">What the content is; opening it needs the same.</param>
    /// <param name="source">The content.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>SHA-256 and size of the content before it was sealed.</returns>
    public static async Task<(string Sha256, long Size)> SealAsync(
        BackupKey key, string what, Stream source, Stream target, CancellationToken cancellationToken)
    {
        var context = SealedFormat.Context(what);
        var header = new byte[IncrementalXChaCha20Poly1305.HeaderSize];
        using var cipher = new IncrementalXChaCha20Poly1305(header, key.Encryption, encryption: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await target.WriteAsync((byte[])[.. SealedFormat.Magic, .. key.Fingerprint, .. header], cancellationToken);

        // One chunk ahead: which one is the last shows only when the next one is empty.
        var (chunk, next) = (new byte[SealedFormat.ChunkSize], new byte[SealedFormat.ChunkSize]);
        var sealedChunk = new byte[SealedFormat.ChunkSize + IncrementalXChaCha20Poly1305.TagSize];
        var length = await source.ReadAtLeastAsync(chunk, chunk.Length, throwOnEndOfStream: false, cancellationToken);
        long size = 0;
        for (var isLast = false; !isLast;)
        {
            var following = length < chunk.Length ? 0 : await source.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, cancellationToken);
            isLast = following == 0;
            hash.AppendData(chunk, 0, length);
            size += length;
            var flag = isLast ? IncrementalXChaCha20Poly1305.ChunkFlag.Final : IncrementalXChaCha20Poly1305.ChunkFlag.Message;
            var written = sealedChunk.AsMemory(0, length + IncrementalXChaCha20Poly1305.TagSize);
            cipher.EncryptChunk(written.Span, chunk.AsSpan(0, length), context, flag);
            await target.WriteAsync(written, cancellationToken);
            (chunk, next, length) = (next, chunk, following);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }
}
