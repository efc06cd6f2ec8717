using NovaCorrente.Pipeline.Sample;

namespace NovaCorrente.Pipeline.Tests.Sample;

/// <summary>A sample in a folder of its own.</summary>
internal sealed class SampleFolder : IDisposable
{
    private readonly TemporaryFolder _folder;

    private SampleFolder(TemporaryFolder folder, SampleReport report) => (_folder, Report) = (folder, report);

    public static DateOnly Until { get; } = new(2026, 3, 31);

    public SampleReport Report { get; }

    public string Path => _folder.Path;

    public static Task<SampleFolder> WriteAsync(long lines, ulong seed = 1, bool csv = false) =>
        WriteAsync(new SampleOptions { Lines = lines, Seed = seed, Until = Until, Csv = csv });

    public static async Task<SampleFolder> WriteAsync(SampleOptions options, IProgress<SampleProgress>? progress = null)
    {
        var folder = new TemporaryFolder();
        var report = await SampleGenerator.WriteAsync(folder.Path, options, progress, CancellationToken.None);
        return new SampleFolder(folder, report);
    }

    public Stream Open(string file) => File.OpenRead(System.IO.Path.Combine(Path, file));

    public byte[] Bytes(string file) => File.ReadAllBytes(System.IO.Path.Combine(Path, file));

    public void Dispose() => _folder.Dispose();
}
