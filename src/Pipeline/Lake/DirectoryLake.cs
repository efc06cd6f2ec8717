using System.Globalization;
using System.Runtime.CompilerServices;

namespace NovaCorrente.Pipeline.Lake;

/// <summary>
/// A lake in a folder: one subfolder a layer, one file an object. A write goes to a temporary file that is flushed to disk and then renamed,
/// so that readers and crashes never meet a part. The short step from check to rename is under a lock file that excludes other processes too.
/// </summary>
internal sealed class DirectoryLake(string root, TimeProvider? time = null) : ILake
{
    private const string StagingFolder = ".tmp";
    private const string LockName = ".lock";
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(30);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>The folder of the lake, as a full path.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var layer in Enum.GetValues<LakeLayer>())
        {
            var staging = StagingOf(layer);
            Guard(FolderOf(layer), () => Directory.CreateDirectory(staging));
            using var held = await EnterAsync(layer, cancellationToken);
            Guard(FolderOf(layer), () =>
            {
                RemoveLeftovers(staging);
                var probe = Path.Combine(staging, Guid.NewGuid().ToString("N"));
                File.WriteAllBytes(probe, [0]);
                File.Delete(probe);
                return true;
            });
        }
    }

    public Task<Stream?> OpenReadAsync(LakeLayer layer, string key, CancellationToken cancellationToken)
    {
        var path = PathOf(layer, key);
        return Task.FromResult<Stream?>(Guard(path, () => Open(layer, path)));
    }

    public Task<LakeObject?> FindAsync(LakeLayer layer, string key, CancellationToken cancellationToken)
    {
        var path = PathOf(layer, key);
        var found = Guard(path, () => Describe(path, key));
        if (found is null)
        {
            RequireLayer(layer);
        }

        return Task.FromResult(found);
    }

    public async Task<LakeObject> PutAsync(LakeLayer layer, string key, Stream content, CancellationToken cancellationToken)
    {
        var path = PathOf(layer, key);
        using var staged = await StagedFile.WriteAsync(StagingOf(layer), content, cancellationToken);
        using var held = await EnterAsync(layer, cancellationToken);
        return Guard(path, () => Commit(staged, path, key, Describe(path, key)));
    }

    public async Task<LakeObject?> PutIfUnchangedAsync(
        LakeLayer layer, string key, string? expectedTag, Stream content, CancellationToken cancellationToken)
    {
        var path = PathOf(layer, key);
        using var staged = await StagedFile.WriteAsync(StagingOf(layer), content, cancellationToken);
        using var held = await EnterAsync(layer, cancellationToken);
        return Guard(path, () =>
        {
            var stored = Describe(path, key);
            return stored?.Tag == expectedTag ? Commit(staged, path, key, stored) : null;
        });
    }

    public async IAsyncEnumerable<LakeObject> ListAsync(
        LakeLayer layer, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LakeKey.CheckPrefix(prefix);
        RequireLayer(layer);
        await Task.CompletedTask;
        foreach (var key in Walk(layer, prefix[..(prefix.LastIndexOf('/') + 1)]).Where(k => k.StartsWith(prefix, StringComparison.Ordinal)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = PathOf(layer, key);
            if (Guard(path, () => Describe(path, key)) is { } found)
            {
                yield return found;
            }
        }
    }

    public async Task DeleteAsync(LakeLayer layer, string key, CancellationToken cancellationToken)
    {
        var path = PathOf(layer, key);
        using var held = await EnterAsync(layer, cancellationToken);
        Guard(path, () =>
        {
            if (File.Exists(path))
            {
                File.Delete(path);
                RemoveEmptyFolders(Path.GetDirectoryName(path)!, FolderOf(layer));
            }

            return true;
        });
    }

    private FileStream? Open(LakeLayer layer, string path)
    {
        try
        {
            return !Directory.Exists(path)
                ? new FileStream(path, new FileStreamOptions
                {
                    Mode = FileMode.Open,
                    Access = FileAccess.Read,
                    Share = FileShare.ReadWrite | FileShare.Delete,
                    Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                })
                : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            RequireLayer(layer);
            return null;
        }
    }

    private LakeObject Commit(StagedFile staged, string path, string key, LakeObject? stored)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // The change time is the version, so it must move on even if the clock does not.
        var now = _time.GetUtcNow();
        staged.MoveTo(path, (stored is not null && stored.ModifiedAt >= now ? stored.ModifiedAt.AddTicks(1) : now).UtcDateTime);
        return Describe(path, key)!;
    }

    private static LakeObject? Describe(string path, string key)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return null;
        }

        var modifiedAt = new DateTimeOffset(file.LastWriteTimeUtc);
        return new LakeObject(key, file.Length, modifiedAt, string.Create(CultureInfo.InvariantCulture, $"{modifiedAt.Ticks:x}-{file.Length:x}"));
    }

    private IEnumerable<string> Walk(LakeLayer layer, string folder)
    {
        var directory = new DirectoryInfo(Path.Combine(FolderOf(layer), folder));
        var entries = Guard(directory.FullName, () =>
        {
            try
            {
                return directory.GetFileSystemInfos();
            }
            catch (DirectoryNotFoundException)
            {
                return [];
            }
        });

        // A folder sorts as its name with a slash, so that a walk in depth gives the order of the whole keys.
        var names = entries.Where(e => e.Name[0] != '.').Select(e => e is DirectoryInfo ? e.Name + "/" : e.Name).Order(LakeKey.Order);
        return names.SelectMany(n => n[^1] == '/' ? Walk(layer, folder + n) : [folder + n]);
    }

    private async Task<FileLock> EnterAsync(LakeLayer layer, CancellationToken cancellationToken)
    {
        RequireLayer(layer);
        var path = Path.Combine(FolderOf(layer), LockName);
        try
        {
            return await FileLock.AcquireAsync(path, LockPatience, cancellationToken)
                ?? throw new LakeException(LakeFault.Unreachable, $"Another program has kept '{path}' locked for {LockPatience.TotalSeconds:0} seconds.");
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            throw FileFault.Explain(e, path);
        }
    }

    private static T Guard<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            throw FileFault.Explain(e, path);
        }
    }

    private static void RemoveLeftovers(string staging)
    {
        foreach (var path in Directory.GetFiles(staging))
        {
            if (FileLock.TryAcquire(path) is { } unused)
            {
                File.Delete(path);
                unused.Dispose();
            }
        }
    }

    private static void RemoveEmptyFolders(string folder, string upTo)
    {
        for (; folder != upTo && !Directory.EnumerateFileSystemEntries(folder).Any(); folder = Path.GetDirectoryName(folder)!)
        {
            Directory.Delete(folder);
        }
    }

    private void RequireLayer(LakeLayer layer)
    {
        if (!Directory.Exists(StagingOf(layer)))
        {
            throw new LakeException(LakeFault.Missing, $"The lake folder '{FolderOf(layer)}' does not exist or has not been prepared.");
        }
    }

    private string FolderOf(LakeLayer layer) => Path.Combine(Root, layer switch
    {
        LakeLayer.Bronze => "bronze",
        LakeLayer.Silver => "silver",
        LakeLayer.Gold => "gold",
        LakeLayer.Backup => "backup",
        _ => throw new ArgumentOutOfRangeException(nameof(layer)),
    });

    private string StagingOf(LakeLayer layer) => Path.Combine(FolderOf(layer), StagingFolder);

    private string PathOf(LakeLayer layer, string key)
    {
        LakeKey.Check(key);
        return Path.Combine(FolderOf(layer), key);
    }
}
