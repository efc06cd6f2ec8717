using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>The lock that a lake brings by itself.</summary>
public static class LakeRunLock
{
    /// <summary>A lock file for a lake in a folder, which excludes all processes of the machine; for a server's lake a lock within this process.</summary>
    public static IRunLock Of(ILake lake) => lake is DirectoryLake folder ? new FileRunLock(folder.Root) : new InProcessRunLock();
}
