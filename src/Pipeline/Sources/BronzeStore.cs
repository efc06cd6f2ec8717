using System.Security.Cryptography;
using System.Text.Json;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>
/// Bronze as a store of bytes by hash: <c>objects/&lt;sha256&gt;</c> with <c>objects/&lt;sha256&gt;.json</c> beside it (origin, size, times),
/// <c>tables/&lt;version&gt;/&lt;sha256&gt;/&lt;table&gt;.parquet</c> for sheets, <c>sources/&lt;landing&gt;/&lt;source&gt;.json</c> for the last good inputs.
/// DuckDB reads local files only, so what it needs is also kept in a work folder that can be filled again from the lake.
/// </summary>
internal sealed class BronzeStore(ILake lake, string workFolder)
{
    // Part of the key of everything derived from source bytes: a change of how sheets are read must not find old results.
    internal const string ReaderVersion = "v1";

    private const int BufferSize = 128 * 1024;

    private readonly string _folder = Path.Combine(workFolder, "bronze");

    public string TemporaryPath() => Path.Combine(Directory.CreateDirectory(_folder).FullName, $"{Guid.NewGuid():N}.tmp");

    public string ObjectPath(string sha256) => Path.Combine(_folder, sha256);

    /// <summary>Where the rows of a table are, read from the bytes of this hash.</summary>
    public string RowsPath(string sha256, string table) => Path.Combine(_folder, $"{sha256}-{ReaderVersion}-{table}.parquet");

    /// <summary>Where the lines are that could not be read as rows.</summary>
    public string UnreadablePath(string sha256, string table) => Path.Combine(_folder, $"{sha256}-{ReaderVersion}-{table}-unreadable.parquet");

    /// <summary>Takes a file over, byte for byte, and returns its hash. Only one pass is made, so the hash is that of the bytes taken.</summary>
    public async Task<string> TakeAsync(Stream source, string origin, DateTimeOffset modifiedAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var temporary = TemporaryPath();
        try
        {
            string sha256;
            await using (var copy = File.Create(temporary))
            {
                sha256 = await CopyAsync(source, copy, cancellationToken);
            }

            File.Move(temporary, ObjectPath(sha256), overwrite: true);
            await KeepAsync(sha256, origin, modifiedAt, now, cancellationToken);
            return sha256;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Makes sure that the bytes are in the work folder.</summary>
    public Task FetchObjectAsync(string sha256, CancellationToken cancellationToken) =>
        FetchAsync(ObjectKey(sha256), ObjectPath(sha256), sha256, cancellationToken);

    /// <summary>Makes sure that a sheet is in the work folder; false when it was never made.</summary>
    public async Task<bool> TryFetchSheetAsync(string sha256, string table, CancellationToken cancellationToken)
    {
        if (File.Exists(RowsPath(sha256, table)))
        {
            return true;
        }

        if (await lake.FindAsync(LakeLayer.Bronze, SheetKey(sha256, table), cancellationToken) is null)
        {
            return false;
        }

        await FetchAsync(SheetKey(sha256, table), RowsPath(sha256, table), null, cancellationToken);
        return true;
    }

    /// <summary>Keeps a sheet that has been written to <paramref name="temporary"/>.</summary>
    public async Task KeepSheetAsync(string sha256, string table, string temporary, CancellationToken cancellationToken)
    {
        await using (var content = File.OpenRead(temporary))
        {
            await lake.PutAsync(LakeLayer.Bronze, SheetKey(sha256, table), content, cancellationToken);
        }

        File.Move(temporary, RowsPath(sha256, table), overwrite: true);
    }

    public async Task<IReadOnlyList<BronzeInput>> LastGoodAsync(string landing, string source, CancellationToken cancellationToken)
    {
        await using var content = await lake.OpenReadAsync(LakeLayer.Bronze, SourceKey(landing, source), cancellationToken);
        return content is null ? [] : await JsonSerializer.DeserializeAsync<List<BronzeInput>>(content, JsonSerializerOptions.Web, cancellationToken) ?? [];
    }

    public async Task RememberAsync(string landing, string source, IReadOnlyList<BronzeInput> inputs, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(inputs, JsonSerializerOptions.Web));
        await lake.PutAsync(LakeLayer.Bronze, SourceKey(landing, source), content, cancellationToken);
    }

    /// <summary>Removes from the work folder what no input needs; the lake keeps everything.</summary>
    public void Prune(IEnumerable<string> hashesInUse)
    {
        var inUse = hashesInUse.ToHashSet();
        foreach (var file in Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder) : [])
        {
            if (!inUse.Contains(Path.GetFileName(file).Split('-')[0]))
            {
                File.Delete(file);
            }
        }
    }

    internal static string ObjectKey(string sha256) => $"objects/{sha256}";

    private static string SheetKey(string sha256, string table) => $"tables/{ReaderVersion}/{sha256}/{table}.parquet";

    private static string SourceKey(string landing, string source) =>
        $"sources/{Hashing.Sha256(landing)[..16]}/{source}.json";

    private async Task KeepAsync(string sha256, string origin, DateTimeOffset modifiedAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var path = ObjectPath(sha256);
        if (await lake.FindAsync(LakeLayer.Bronze, ObjectKey(sha256), cancellationToken) is null)
        {
            await using var content = File.OpenRead(path);
            await lake.PutAsync(LakeLayer.Bronze, ObjectKey(sha256), content, cancellationToken);
        }

        // After the bytes, so that a description never stands without them; the first origin stays.
        var description = new { origin, sha256, size = new FileInfo(path).Length, modifiedAt, landedAt = now };
        using var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(description, JsonSerializerOptions.Web));
        await lake.PutIfUnchangedAsync(LakeLayer.Bronze, $"{ObjectKey(sha256)}.json", expectedTag: null, json, cancellationToken);
    }

    private async Task FetchAsync(string key, string path, string? sha256, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            return;
        }

        await using var content = await lake.OpenReadAsync(LakeLayer.Bronze, key, cancellationToken)
            ?? throw new LakeException(LakeFault.Missing, $"Bronze has lost '{key}', which an earlier run put there.");
        var temporary = TemporaryPath();
        try
        {
            string hash;
            await using (var copy = File.Create(temporary))
            {
                hash = await CopyAsync(content, copy, cancellationToken);
            }

            if (sha256 is not null && hash != sha256)
            {
                throw new LakeException(LakeFault.Corrupt, $"'{key}' in bronze has the hash {hash}.");
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task<string> CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
