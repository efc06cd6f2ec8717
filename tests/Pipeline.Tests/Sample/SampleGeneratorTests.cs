using NovaCorrente.Pipeline.Sample;

namespace NovaCorrente.Pipeline.Tests.Sample;

public sealed class SampleGeneratorTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_options_give_the_same_bytes(bool csv)
    {
        using var one = await SampleFolder.WriteAsync(2_000, seed: 42, csv);
        using var two = await SampleFolder.WriteAsync(2_000, seed: 42, csv);

        Assert.Equal(one.Report.Files, two.Report.Files);
        Assert.All(one.Report.Files, file => Assert.True(one.Bytes(file).AsSpan().SequenceEqual(two.Bytes(file)), file));
    }

    [Fact]
    public async Task Another_seed_gives_other_bytes()
    {
        using var one = await SampleFolder.WriteAsync(500, seed: 1);
        using var two = await SampleFolder.WriteAsync(500, seed: 2);

        Assert.All(
            one.Report.Files.Where(file => !file.EndsWith("gbp.json", StringComparison.Ordinal)),
            file => Assert.False(one.Bytes(file).AsSpan().SequenceEqual(two.Bytes(file)), file));
    }

    [Fact]
    public async Task The_report_names_every_file_there_is()
    {
        using var folder = await SampleFolder.WriteAsync(100);

        var files = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder.Path, file).Replace(Path.DirectorySeparatorChar, '/'));

        Assert.Equal(folder.Report.Files.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lines_past_a_worksheet_go_to_text()
    {
        var full = new SampleOptions { Lines = SampleOptions.MaximumSheetRows, Until = SampleFolder.Until };

        Assert.False(full.LinesAsText);
        Assert.True((full with { Lines = full.Lines + 1 }).LinesAsText);
        Assert.True((full with { Lines = 1, Csv = true }).LinesAsText);
    }

    [Fact]
    public async Task Writing_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        using var folder = new TemporaryFolder();
        var options = new SampleOptions { Lines = 1_000_000, Until = SampleFolder.Until };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            SampleGenerator.WriteAsync(folder.Path, options, new ProgressWatch(_ => stop.Cancel()), stop.Token));
    }

    [Theory]
    [InlineData(0, 13)]
    [InlineData(10, 3)]
    [InlineData(10, 121)]
    public async Task Options_out_of_range_are_refused(long lines, int months)
    {
        using var folder = new TemporaryFolder();
        var options = new SampleOptions { Lines = lines, Months = months, Until = SampleFolder.Until };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => SampleGenerator.WriteAsync(folder.Path, options, null, CancellationToken.None));
    }

    [Theory]
    [InlineData("2026-11-24", "2026-10-31")]
    [InlineData("2026-03-01", "2026-02-28")]
    [InlineData("2024-03-31", "2024-02-29")]
    [InlineData("2026-01-05", "2025-12-31")]
    public void Data_ends_with_the_last_whole_month(string today, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, null), SampleOptions.LastWholeMonthBefore(DateOnly.Parse(today, null)));
}
