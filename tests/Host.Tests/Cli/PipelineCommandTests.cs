using NovaCorrente.Clocks;
using NovaCorrente.Host.Cli;

namespace NovaCorrente.Host.Tests.Cli;

/// <summary>The verbs that run the pipeline, on a lake of their own.</summary>
public sealed class PipelineCommandTests : IAsyncLifetime
{
    private const string Until = "2026-03-31";

    private readonly NoonTime _time = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("nova-").FullName;

    private string Landing => Path.Combine(_folder, "landing");

    private string Lake => Path.Combine(_folder, "lake");

    public async Task InitializeAsync() =>
        Assert.Equal(ExitCode.Success, (await CommandLineRun.RunAsync("sample", "--out", Landing, "--lines", "600", "--until", Until)).ExitCode);

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_run_publishes_once_and_then_says_that_nothing_has_changed()
    {
        var first = await RunAsync("run-pipeline");
        var second = await RunAsync("run-pipeline");
        var forced = await RunAsync("run-pipeline", "--force");

        Assert.All([first, second, forced], run => Assert.Equal(ExitCode.Success, run.ExitCode));
        Assert.Contains("Succeeded", first.Output, StringComparison.Ordinal);
        Assert.Contains("MISSING_REQUEST_DATE", first.Output, StringComparison.Ordinal);
        Assert.Contains("Unchanged", second.Output, StringComparison.Ordinal);
        Assert.Contains("Succeeded", forced.Output, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetDirectories(Path.Combine(Lake, "gold", "snapshots")).Length);
    }

    [Fact]
    public async Task A_query_is_explained_with_its_statement_and_its_parameters()
    {
        await RunAsync("run-pipeline");

        var first = await ExplainAsync(ServeCommand.FirstQuery);
        var filtered = await ExplainAsync("query($unit: String) { parts(where: { unit: { eq: $unit } }) { totalCount } }", "--variables", "{\"unit\": \"KG\"}");

        Assert.Equal((ExitCode.Success, ""), (first.ExitCode, first.Error));
        Assert.Contains("FROM \"purchase_line\"", first.Output, StringComparison.Ordinal);
        Assert.Contains("-- $1 = ", first.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Success, ""), (filtered.ExitCode, filtered.Error));
        Assert.Contains(" = KG", filtered.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ parts { nodes { nonsense } } }", "nonsense")]
    [InlineData("{ parts", "")]
    [InlineData("{ parts(first: 1) { nodes { partCode } } }", "published")]
    public async Task A_query_that_cannot_be_answered_says_why(string query, string reason)
    {
        var run = await ExplainAsync(query);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_that_are_no_JSON_are_a_usage_error() =>
        Assert.Equal(ExitCode.Usage, (await ExplainAsync("{ parts { totalCount } }", "--variables", "{unit}")).ExitCode);

    [Fact]
    public async Task A_broken_workbook_fails_the_run_and_the_check_with_the_reason()
    {
        var workbook = Path.Combine(Landing, "supplies", "suprimentos.xlsx");
        await File.WriteAllBytesAsync(workbook, (await File.ReadAllBytesAsync(workbook))[..2_000]);

        var run = await RunAsync("run-pipeline");
        var check = await RunAsync("validate");

        Assert.All([run, check], ended =>
        {
            Assert.Equal(ExitCode.Failure, ended.ExitCode);
            Assert.Contains("suprimentos.xlsx", ended.Output + ended.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", ended.Output + ended.Error, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Good_sources_are_valid_and_nothing_is_published()
    {
        var check = await RunAsync("validate");

        Assert.Equal(ExitCode.Success, check.ExitCode);
        Assert.Contains("Valid", check.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Lake));
    }

    [Fact]
    public async Task A_source_that_a_run_would_leave_out_is_not_valid()
    {
        await File.WriteAllTextAsync(Path.Combine(Landing, "bcb", "selic.json"), "<html>busy</html>");

        var check = await RunAsync("validate");

        Assert.Equal(ExitCode.Failure, check.ExitCode);
        Assert.Contains("selic", check.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run-pipeline")]
    [InlineData("validate")]
    public async Task A_landing_folder_that_is_not_there_is_a_usage_error(string verb)
    {
        var run = await CommandLineRun.RunAsync(verb, "--landing", Path.Combine(_folder, "nowhere"));

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("nowhere", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandLineRun> ExplainAsync(string query, params string[] more) => RunAsync("explain", [query, .. more]);

    private Task<CommandLineRun> RunAsync(string verb, params string[] more) => CommandLineRun.RunAsync(
        _time,
        [
            verb, "--landing", Landing, .. more,
            "--set", $"Lake:Folder={Lake}",
            "--set", $"Pipeline:WorkFolder={Path.Combine(_folder, "work")}",
            "--set", $"Serving:Folder={Path.Combine(_folder, "serving")}",
        ]);
}
