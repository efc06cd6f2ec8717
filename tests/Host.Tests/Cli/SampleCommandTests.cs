using System.Text.RegularExpressions;
using NovaCorrente.Host.Cli;

namespace NovaCorrente.Host.Tests.Cli;

public sealed class SampleCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nova-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_sample_is_written_and_described()
    {
        var landing = Path.Combine(_folder, "landing");

        var run = await CommandLineRun.RunAsync("sample", "--out", landing, "--lines", "100", "--scale", "3", "--seed", "9", "--until", "2026-03-31");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("300 purchase lines", run.Output, StringComparison.Ordinal);
        Assert.Contains("seed 9, 2025-03-01 to 2026-03-31", run.Output, StringComparison.Ordinal);
        Assert.Contains("Writing the sample", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(landing, "supplies", "suprimentos.xlsx")));
    }

    [Fact]
    public async Task A_sample_may_be_written_over_a_sample()
    {
        string[] args = ["sample", "--out", _folder, "--lines", "10", "--until", "2026-03-31"];

        Assert.Equal(ExitCode.Success, (await CommandLineRun.RunAsync(args)).ExitCode);
        Assert.Equal(ExitCode.Success, (await CommandLineRun.RunAsync(args)).ExitCode);
    }

    [Fact]
    public async Task A_folder_with_other_things_in_it_is_left_alone_unless_forced()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "real.xlsx"), "data");
        string[] args = ["sample", "--out", _folder, "--lines", "10", "--until", "2026-03-31"];

        var refused = await CommandLineRun.RunAsync(args);
        var forced = await CommandLineRun.RunAsync([.. args, "--force"]);

        Assert.Equal(ExitCode.Failure, refused.ExitCode);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, forced.ExitCode);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_in_plain_words()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");

        var run = await CommandLineRun.RunAsync("sample", "--out", Path.Combine(file, "landing"), "--lines", "10");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Matches($"nova: .*{Regex.Escape(file)}", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_any_disk_takes_is_refused_in_a_sentence()
    {
        var landing = Path.Combine(_folder, "landing");

        var run = await CommandLineRun.RunAsync("sample", "--out", landing, "--lines", "1000000000", "--scale", "1000000");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Matches($@"nova: A sample of 1,000,000,000,000,000 purchase lines takes about 165,000,\d{{3}}\.\d GB, and there is room for [\d,.]+ .B at {Regex.Escape(landing)}\. Write fewer lines, or to another disk\.", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(landing));
    }

    [Fact]
    public async Task A_stop_is_no_crash()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        var run = await CommandLineRun.RunAsync(stopped.Token, "sample", "--out", _folder);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("stopped", run.Error, StringComparison.Ordinal);
    }
}
