namespace NovaCorrente.Pipeline.Tests.Lake;

/// <summary>Content as it comes from a network: no length, no seeking, small pieces, and sometimes it breaks off.</summary>
internal sealed class ForwardOnlyStream(byte[] bytes, int breakAt = int.MaxValue) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position >= breakAt)
        {
            throw new IOException("The source broke off.");
        }

        var read = Math.Min(Math.Min(count, 50_000), bytes.Length - _position);
        Array.Copy(bytes, _position, buffer, offset, read);
        _position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
