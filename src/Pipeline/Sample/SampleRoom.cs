namespace NovaCorrente.Pipeline.Sample;

/// <summary>Refuses a sample that the disk cannot take before its first byte is written: a full disk harms everybody on it.</summary>
internal static class SampleRoom
{
    // Others write to the disk meanwhile.
    private const long Margin = 16_000_000;

    private static readonly string[] LargeFiles = [SampleGenerator.WorkbookFile, SampleGenerator.TextFile];

    /// <param name="folder">Where the sample goes.</param>
    /// <param name="options">What it holds.</param>
    /// <param name="freeBytes">The free space on the disk of a folder that exists.</param>
    /// <exception cref="SampleTooLargeException">It does not fit.</exception>
    public static void Check(string folder, SampleOptions options, Func<string, long> freeBytes)
    {
        var needed = SampleSize.Of(options);
        var free = freeBytes(ExistingPartOf(folder)) + ReplacedBytes(folder);
        if (needed + (needed / 10) + Margin > free)
        {
            throw new SampleTooLargeException(folder, options.Lines, needed, free);
        }
    }

    /// <summary>The free space that this user may fill.</summary>
    public static long FreeBytes(string folder) => new DriveInfo(folder).AvailableFreeSpace;

    private static string ExistingPartOf(string folder)
    {
        var path = Path.GetFullPath(folder);
        while (!Directory.Exists(path))
        {
            path = Path.GetDirectoryName(path) ?? throw new DirectoryNotFoundException(folder);
        }

        return path;
    }

    // They are emptied before they are written anew.
    private static long ReplacedBytes(string folder) =>
        LargeFiles.Select(file => new FileInfo(Path.Combine(folder, file))).Where(file => file.Exists).Sum(file => file.Length);
}
