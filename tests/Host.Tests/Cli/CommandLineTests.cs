using NovaCorrente.Host.Cli;

namespace NovaCorrente.Host.Tests.Cli;

public sealed class CommandLineTests
{
    private static readonly string[] AllVerbs = ["serve", "sample", "run-pipeline", "validate", "schema", "explain"];

    public static TheoryData<string> Verbs => [.. AllVerbs];

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_names_every_verb(string option)
    {
        var run = await CommandLineRun.RunAsync(option);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("nova [command]", run.Output, StringComparison.Ordinal);
        Assert.All(AllVerbs, verb => Assert.Contains($"  {verb} ", run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_of_a_verb_ends_with_examples_that_can_be_typed(string verb)
    {
        var run = await CommandLineRun.RunAsync(verb, "--help");

        var examples = run.Output.Split("Examples:")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Contains($"nova {verb}", example, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("sample", "--lines", "0")]
    [InlineData("sample", "--lines", "many")]
    [InlineData("sample", "--until", "31/03/2026")]
    [InlineData("sample", "--until", "1999-01-01")]
    [InlineData("sample", "--months", "3")]
    [InlineData("sample", "--nonsense")]
    [InlineData("sample", "--scale")]
    [InlineData("explain")]
    [InlineData("run-pipeline", "--set", "nonsense")]
    public async Task What_cannot_be_understood_is_a_usage_error(params string[] args)
    {
        var run = await CommandLineRun.RunAsync(args);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typing_error_is_met_with_a_suggestion()
    {
        var run = await CommandLineRun.RunAsync("sampel");

        Assert.Contains("sample", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_can_be_printed_whole_or_in_part()
    {
        var whole = await CommandLineRun.RunAsync("schema");
        var part = await CommandLineRun.RunAsync("schema", "--type", "Part");

        Assert.Equal(ExitCode.Success, whole.ExitCode);
        Assert.Contains("type Query", whole.Output, StringComparison.Ordinal);
        Assert.Contains("type Part ", part.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("type Query", part.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_type_is_named()
    {
        var run = await CommandLineRun.RunAsync("schema", "--type", "Nonsense");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("Nonsense", run.Error, StringComparison.Ordinal);
    }
}
