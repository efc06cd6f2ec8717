namespace NovaCorrente.Pipeline.Lake;

/// <summary>
/// The content of an object as it arrives. When the connection breaks or stalls it goes on where it stopped, on a new connection and in the same
/// version of the object; the reader notices nothing but a pause.
/// </summary>
internal sealed class ResumingStream(Stream first, long length, Func<long, CancellationToken, Task<Stream>> reopen) : Stream
{
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(30);
    private Stream _current = first;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position == length || buffer.IsEmpty)
        {
            return 0;
        }

        while (true)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Stall);
            try
            {
                var read = await _current.ReadAsync(buffer, patience.Token);
                if (read > 0)
                {
                    _position += read;
                    return read;
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && S3Fault.IsTransient(e))
            {
                // Falls through to a new connection; its opening has its own patience and ends the loop when that is used up.
            }

            await _current.DisposeAsync();
            _current = await reopen(_position, cancellationToken);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Only libraries without asynchronous reading come here.
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await _current.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _current.Dispose();
        }

        base.Dispose(disposing);
    }
}
