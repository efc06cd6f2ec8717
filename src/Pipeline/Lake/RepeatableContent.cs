namespace NovaCorrente.Pipeline.Lake;

/// <summary>Content that can be sent again when sending it failed: the stream itself where it can seek, else a copy in a temporary file.</summary>
internal sealed class RepeatableContent : IAsyncDisposable
{
    private readonly Stream _stream;
    private readonly long _start;
    private readonly bool _isOwn;

    private RepeatableContent(Stream stream, bool isOwn) => (_stream, _start, _isOwn) = (stream, stream.Position, isOwn);

    /// <summary>Bytes to send.</summary>
    public long Length => _stream.Length - _start;

    public static async Task<RepeatableContent> OfAsync(Stream content, CancellationToken cancellationToken)
    {
        if (content.CanSeek)
        {
            return new RepeatableContent(content, isOwn: false);
        }

        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var copy = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await content.CopyToAsync(copy, cancellationToken);
            copy.Position = 0;
            return new RepeatableContent(copy, isOwn: true);
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    /// <summary>The content from its beginning.</summary>
    public Stream Rewind()
    {
        _stream.Position = _start;
        return _stream;
    }

    public ValueTask DisposeAsync() => _isOwn ? _stream.DisposeAsync() : ValueTask.CompletedTask;
}
