using System.Buffers;

namespace NovaCorrente.Pipeline.Lake;

/// <summary>A file being written beside the lake's objects; it becomes one by a rename, or vanishes when disposed of before.</summary>
internal sealed class StagedFile : IDisposable
{
    private const int BufferSize = 128 * 1024;
    private readonly FileStream _file;
    private bool _moved;

    private StagedFile(FileStream file) => _file = file;

    /// <summary>Copies the content to a new file in a folder.</summary>
    /// <exception cref="LakeException">It could not be written. A failure to read the content passes through as it is.</exception>
    public static async Task<StagedFile> WriteAsync(string folder, Stream content, CancellationToken cancellationToken)
    {
        var staged = Create(Path.Combine(folder, Guid.NewGuid().ToString("N")));
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                await staged.AppendAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return staged;
        }
        catch
        {
            staged.Dispose();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Puts the file in its place, stamped with a time and safe against a power cut. The caller holds the lock of the layer.</summary>
    public void MoveTo(string path, DateTime modifiedAt)
    {
        File.SetLastWriteTimeUtc(_file.SafeFileHandle, modifiedAt);
        _file.Flush(flushToDisk: true);

        // Closed before it is seen: readers would take the handle for a lock.
        _file.Dispose();
        File.Move(_file.Name, path, overwrite: true);
        _moved = true;
        FolderSync.Flush(Path.GetDirectoryName(path)!);
    }

    public void Dispose()
    {
        _file.Dispose();
        if (!_moved)
        {
            File.Delete(_file.Name);
        }
    }

    private static StagedFile Create(string path)
    {
        try
        {
            // Nothing shared: the open handle tells the removal of leftovers that this one is still being written.
            return new StagedFile(
                new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous));
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            throw FileFault.Explain(e, path);
        }
    }

    private async Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await _file.WriteAsync(bytes, cancellationToken);
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            throw FileFault.Explain(e, _file.Name);
        }
    }
}
