using System.Security.Cryptography;
using Geralt;

namespace NovaCorrente.Pipeline.Backup;

/// <summary>The content of a sealed file, decrypted while it is read. Every byte that it gives was authenticated before.</summary>
internal sealed class OpeningStream : Stream
{
    private readonly Stream _source;
    private readonly string _name;
    private readonly byte[] _context;
    private readonly IncrementalXChaCha20Poly1305 _cipher;
    private readonly byte[] _sealed = new byte[SealedFormat.ChunkSize + IncrementalXChaCha20Poly1305.TagSize];
    private readonly byte[] _chunk = new byte[SealedFormat.ChunkSize];
    private int _position;
    private int _length;
    private bool _ended;

    private OpeningStream(Stream source, string name, byte[] context, IncrementalXChaCha20Poly1305 cipher) =>
        (_source, _name, _context, _cipher) = (source, name, context, cipher);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads the head of a sealed file. The stream takes <paramref name="source"/> over.</summary>
    /// <param name="key">The key.</param>
    /// <param name="what">What the content was sealed as.</param>
    /// <param name="source">The sealed file.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="BackupException">It is no sealed file, or of another key.</exception>
    public static async Task<OpeningStream> OpenAsync(BackupKey key, string what, Stream source, string name, CancellationToken cancellationToken)
    {
        var head = new byte[SealedFormat.Magic.Length + BackupKey.FingerprintSize + IncrementalXChaCha20Poly1305.HeaderSize];
        var read = await source.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (read < head.Length || !head.AsSpan().StartsWith(SealedFormat.Magic))
        {
            throw new BackupException(BackupFault.Tampered, $"{name} is no file of a backup, or its beginning is damaged.");
        }

        if (!head.AsSpan(SealedFormat.Magic.Length, BackupKey.FingerprintSize).SequenceEqual(key.Fingerprint))
        {
            throw new BackupException(BackupFault.WrongKey, $"{name} was made with another key than the one that is set.");
        }

        var header = head[(SealedFormat.Magic.Length + BackupKey.FingerprintSize)..];
        return new OpeningStream(
            source, name, SealedFormat.Context(what), new IncrementalXChaCha20Poly1305(header, key.Encryption, encryption: false));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_position == _length && !_ended)
        {
            await FillAsync(cancellationToken);
        }

        var count = Math.Min(buffer.Length, _length - _position);
        _chunk.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cipher.Dispose();
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var read = await _source.ReadAtLeastAsync(_sealed, _sealed.Length, throwOnEndOfStream: false, cancellationToken);
        if (read < IncrementalXChaCha20Poly1305.TagSize)
        {
            throw Damaged("It ends too early.");
        }

        (_position, _length) = (0, read - IncrementalXChaCha20Poly1305.TagSize);
        try
        {
            var flag = _cipher.DecryptChunk(_chunk.AsSpan(0, _length), _sealed.AsSpan(0, read), _context);
            _ended = flag is IncrementalXChaCha20Poly1305.ChunkFlag.Final;
        }
        catch (CryptographicException e)
        {
            _length = 0;
            throw Damaged("Its content is not what was written.", e);
        }

        if (_ended && await _source.ReadAtLeastAsync(_sealed, 1, throwOnEndOfStream: false, cancellationToken) > 0)
        {
            _length = 0;
            throw Damaged("Something was added to its end.");
        }
    }

    private BackupException Damaged(string reason, Exception? inner = null) =>
        new(BackupFault.Tampered, $"{_name} is damaged or was tampered with. {reason}", inner);
}
