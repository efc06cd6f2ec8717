namespace NovaCorrente.EndToEnd.Deployment;

/// <summary>Every manifest fits the schema of its kind, values included; a second opinion beside the Kubernetes client's.</summary>
public sealed class ManifestSchemaTests
{
    private static readonly string Script = RepositoryFiles.PathOf("tests", "deployment", "manifests.mjs");

    [Fact]
    public async Task Every_object_fits_the_schema_of_its_kind()
    {
        var files = Directory.GetFiles(RepositoryFiles.PathOf("deploy", "kubernetes"), "*.yaml", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not "kustomization.yaml");

        var (code, output) = await CommandLine.RunAsync("node", [Script, .. files]);

        Assert.True(code == 0, output);
        Assert.Contains("0 faults", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { replicas: three, selector: { matchLabels: { a: b } }, template: {} }\n", "data/spec/replicas must be integer")]
    [InlineData("apiVersion: apps/v1\nkind: Deploymnt\nmetadata: { name: a }\n", "Deploymnt")]
    public async Task What_does_not_fit_is_told(string manifest, string expected)
    {
        var broken = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(broken, manifest);

            var (code, output) = await CommandLine.RunAsync("node", Script, broken);

            Assert.Equal(1, code);
            Assert.Contains(expected, output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(broken);
        }
    }
}
