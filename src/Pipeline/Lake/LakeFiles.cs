using System.Buffers;
using System.Security.Cryptography;

namespace NovaCorrente.Pipeline.Lake;

/// <summary>Moves files between the lake and the local disk, with their checksums.</summary>
internal static class LakeFiles
{
    private const int BufferSize = 128 * 1024;

    /// <summary>SHA-256 of a local file, lower-case hexadecimal.</summary>
    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = OpenLocal(path);
        return await Hashing.Sha256Async(file, cancellationToken);
    }

    /// <summary>Writes a local file to the lake.</summary>
    public static async Task<LakeObject> UploadAsync(
        this ILake lake, LakeLayer layer, string key, string path, CancellationToken cancellationToken)
    {
        await using var file = OpenLocal(path);
        return await lake.PutAsync(layer, key, file, cancellationToken);
    }

    /// <summary>Copies an object to a local file, which appears only when it is whole and has the expected checksum.</summary>
    /// <exception cref="LakeException">The object is gone, is not what was written, or the local disk is full.</exception>
    public static async Task DownloadAsync(
        this ILake lake, LakeLayer layer, string key, string sha256, string path, CancellationToken cancellationToken)
    {
        await using var stream = await lake.OpenReadAsync(layer, key, cancellationToken)
            ?? throw new LakeException(LakeFault.Missing, $"'{key}' in the {layer} layer is gone.");
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            var hash = await CopyAsync(stream, part, cancellationToken);
            if (hash != sha256)
            {
                throw new LakeException(LakeFault.Corrupt, $"'{key}' in the {layer} layer is damaged: its SHA-256 is {hash} instead of {sha256}.");
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            throw FileFault.Explain(e, path);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<string> CopyAsync(Stream source, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                hash.AppendData(buffer.AsSpan(0, read));
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static FileStream OpenLocal(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
