namespace NovaCorrente.Pipeline.Lake;

/// <summary>Turns what the file system says into what an operator can act on.</summary>
internal static class FileFault
{
    // errno of Linux and the low word of Win32 results; other systems fall through to the message of the system itself.
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int ReadOnlyFileSystem = 30;
    private const int DiskFull = 112;

    /// <summary>Whether the exception comes from the file system.</summary>
    public static bool Is(Exception exception) => exception is UnauthorizedAccessException or (IOException and not LakeException);

    /// <summary>The exception as a fault of the lake.</summary>
    /// <param name="exception">One for which <see cref="Is"/> holds.</param>
    /// <param name="path">The file or folder that was worked on.</param>
    public static LakeException Explain(Exception exception, string path) => exception switch
    {
        UnauthorizedAccessException => Denied(path, exception),
        _ when Code(exception) is ReadOnlyFileSystem => Denied(path, exception),
        _ when Code(exception) is NoSpace or QuotaExceeded or DiskFull =>
            new LakeException(LakeFault.Full, $"There is no room left to write '{path}'. Free some space; nothing was changed.", exception),
        DirectoryNotFoundException or FileNotFoundException =>
            new LakeException(LakeFault.Missing, $"'{path}' does not exist, or one of its folders is a file.", exception),
        _ => new LakeException(LakeFault.Unreachable, $"'{path}' cannot be used: {exception.Message}", exception),
    };

    private static LakeException Denied(string path, Exception exception) =>
        new(LakeFault.Denied, $"'{path}' may not be read or written by this user, or is on a read-only file system.", exception);

    private static int Code(Exception exception) => exception.HResult & 0xFFFF;
}
