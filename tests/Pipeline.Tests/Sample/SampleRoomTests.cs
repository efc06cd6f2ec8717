using NovaCorrente.Pipeline.Sample;

namespace NovaCorrente.Pipeline.Tests.Sample;

public sealed class SampleRoomTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(200, 13, false)]
    [InlineData(200, 13, true)]
    [InlineData(20_000, 4, true)]
    [InlineData(40_000, 13, false)]
    [InlineData(40_000, 13, true)]
    [InlineData(2_000, 60, false)]
    public async Task A_sample_takes_no_more_than_was_said_and_little_less(long lines, int months, bool csv)
    {
        var options = new SampleOptions { Lines = lines, Months = months, Csv = csv, Until = SampleFolder.Until };
        using var sample = await SampleFolder.WriteAsync(options);

        var taken = sample.Report.Files.Sum(file => (double)sample.Bytes(file).Length);

        Assert.InRange(SampleSize.Of(options) / taken, 1, 1.3);
    }

    [Theory]
    [InlineData(false, SampleGenerator.WorkbookFile)]
    [InlineData(true, SampleGenerator.TextFile)]
    public async Task A_line_more_takes_no_more_than_was_said_and_little_less(bool csv, string file)
    {
        var few = new SampleOptions { Lines = 10_000, Csv = csv, Until = SampleFolder.Until };
        var many = few with { Lines = 60_000 };
        using var small = await SampleFolder.WriteAsync(few);
        using var large = await SampleFolder.WriteAsync(many);

        var taken = large.Bytes(file).Length - small.Bytes(file).Length;

        Assert.InRange((SampleSize.Of(many) - SampleSize.Of(few)) / (double)taken, 1, 1.15);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_before_the_first_byte()
    {
        var options = new SampleOptions { Lines = 100_000_000, Until = SampleFolder.Until };
        var asked = new List<string>();

        var refusal = await Assert.ThrowsAsync<SampleTooLargeException>(() => SampleGenerator.WriteAsync(
            _folder.File("new", "landing"), options, progress: null, FreeOf(18_000_000_000), CancellationToken.None));

        Assert.Equal(
            $"A sample of 100,000,000 purchase lines takes about 16.5 GB, and there is room for 18.0 GB at {_folder.File("new", "landing")}. Write fewer lines, or to another disk.",
            refusal.Message);
        Assert.Equal([_folder.Path], asked);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));

        Func<string, long> FreeOf(long bytes) => folder =>
        {
            asked.Add(folder);
            return bytes;
        };
    }

    [Fact]
    public async Task The_margin_is_kept_free_and_what_is_replaced_counts_as_free()
    {
        var options = new SampleOptions { Lines = 10_000, Csv = true, Until = SampleFolder.Until };
        var enough = SampleSize.Of(options) * 11 / 10 + 16_000_000;

        await Assert.ThrowsAsync<SampleTooLargeException>(() => WriteAsync(enough - 1_000));
        await WriteAsync(enough);
        await WriteAsync(enough - new FileInfo(_folder.File("landing", SampleGenerator.TextFile)).Length);

        Task WriteAsync(long free) => SampleGenerator.WriteAsync(_folder.File("landing"), options, progress: null, _ => free, CancellationToken.None);
    }

    [Theory]
    [InlineData(300, false)]
    [InlineData(300, true)]
    [InlineData(2_000, false)]
    public async Task A_disk_that_gets_full_in_the_middle_is_left_as_it_was(int kilobytes, bool csv)
    {
        using var disk = SmallDisk.Mount(kilobytes);
        var landing = Path.Combine(disk.Path, "landing");

        await Assert.ThrowsAsync<IOException>(() => SampleGenerator.WriteAsync(
            landing, new SampleOptions { Lines = 10_000, Csv = csv, Until = SampleFolder.Until }, progress: null, _ => long.MaxValue, CancellationToken.None));

        Assert.Empty(Directory.GetFileSystemEntries(disk.Path));
    }

    [Fact]
    public async Task What_else_lies_in_the_folder_stays_when_the_writing_is_stopped()
    {
        await File.WriteAllTextAsync(_folder.File("mine.txt"), "kept");
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SampleGenerator.WriteAsync(
            _folder.Path, new SampleOptions { Lines = 60_000, Until = SampleFolder.Until }, new ProgressWatch(_ => stop.Cancel()), stop.Token));

        Assert.Equal([_folder.File("mine.txt")], Directory.GetFileSystemEntries(_folder.Path));
    }
}
