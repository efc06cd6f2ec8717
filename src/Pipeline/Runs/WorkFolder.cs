using Microsoft.Extensions.Logging;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>The local folder of one run. It is locked while the run is alive, and gone afterwards.</summary>
internal sealed class WorkFolder : IDisposable
{
    private const string Prefix = "run-";
    private const string LockName = ".lock";
    private readonly FileLock _lock;
    private readonly ILogger _logger;

    private WorkFolder(string path, FileLock held, ILogger logger)
    {
        Path = path;
        _lock = held;
        _logger = logger;
    }

    public string Path { get; }

    /// <exception cref="LakeException">The folder can't be made.</exception>
    public static WorkFolder Create(string parent, string runId, ILogger logger)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(parent), Prefix + runId);
        try
        {
            Directory.CreateDirectory(path);
            return new WorkFolder(path, FileLock.TryAcquire(System.IO.Path.Combine(path, LockName))!, logger);
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            throw FileFault.Explain(e, path);
        }
    }

    /// <summary>Removes the folders of runs that are dead.</summary>
    public static void RemoveLeftovers(string parent, ILogger logger)
    {
        foreach (var path in Directory.Exists(parent) ? Directory.GetDirectories(parent, Prefix + "*") : [])
        {
            try
            {
                using var unused = FileLock.TryAcquire(System.IO.Path.Combine(path, LockName));
                if (unused is not null)
                {
                    Directory.Delete(path, recursive: true);
                }
            }
            catch (Exception e) when (FileFault.Is(e))
            {
                logger.LogWarning(e, "The work folder {Path} of an earlier run could not be removed.", path);
            }
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            _logger.LogWarning(e, "The work folder {Path} could not be removed.", Path);
        }
        finally
        {
            _lock.Dispose();
        }
    }
}
