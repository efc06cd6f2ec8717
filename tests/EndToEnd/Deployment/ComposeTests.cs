using NovaCorrente.Host.Hosting;
using YamlDotNet.RepresentationModel;

namespace NovaCorrente.EndToEnd.Deployment;

/// <summary>The compose file says only what the host understands, and gives nothing away.</summary>
public sealed class ComposeTests
{
    private static readonly YamlMappingNode Compose = RepositoryFiles.Yaml("docker-compose.yml");

    public static TheoryData<string> Services => [.. Map(Compose, "services").Children.Keys.Select(key => ((YamlScalarNode)key).Value!)];

    [Fact]
    public void The_host_knows_every_setting()
    {
        var backend = Map(Map(Compose, "services"), "backend");
        var secrets = ((YamlSequenceNode)backend["secrets"]).Select(secret => Text(secret["target"]));

        Assert.Empty(HostSettings.Unknown([.. Map(backend, "environment").Children.Keys.Select(Text), .. secrets]));
    }

    [Fact]
    public void A_setting_that_does_not_exist_is_told() =>
        Assert.Equal(["Server__Prot", "MINIO_SECRET"], HostSettings.Unknown(["Server__Prot", "Server__Port", "MINIO_SECRET", "SECRET_KEY"]));

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_service_is_checked_and_has_no_rights_to_spare(string name)
    {
        var service = Map(Map(Compose, "services"), name);

        Assert.True(service.Children.ContainsKey("healthcheck"));
        Assert.Equal("true", Text(service["read_only"]));
        Assert.Equal(["ALL"], ((YamlSequenceNode)service["cap_drop"]).Select(Text));
        Assert.Equal(["no-new-privileges:true"], ((YamlSequenceNode)service["security_opt"]).Select(Text));
        Assert.Equal("unless-stopped", Text(service["restart"]));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Secrets_come_from_files_that_are_made(string name)
    {
        var service = Map(Map(Compose, "services"), name);
        var used = service.Children.TryGetValue("secrets", out var secrets)
            ? ((YamlSequenceNode)secrets).Select(secret => secret is YamlScalarNode ? Text(secret) : Text(secret["source"])).ToList()
            : [];

        Assert.All(used, secret => Assert.Equal($"./deploy/secrets/{secret}", Text(Map(Map(Compose, "secrets"), secret)["file"])));
        if (service.Children.TryGetValue("environment", out var environment))
        {
            // A password in the environment stands in the list of containers; _FILE names only say where it is.
            Assert.DoesNotContain(
                ((YamlMappingNode)environment).Children.Keys.Select(Text),
                key => !key.EndsWith("_FILE", StringComparison.Ordinal) && (key.Contains("PASSWORD", StringComparison.OrdinalIgnoreCase) || key.Contains("SECRET", StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Fact]
    public async Task The_script_makes_every_secret_anew_and_leaves_those_that_are_there()
    {
        var folder = Directory.CreateTempSubdirectory("secrets-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "minio_user"), "mine");

            var (code, output) = await CommandLine.RunAsync("bash", RepositoryFiles.PathOf("deploy", "make-secrets.sh"), folder);

            Assert.True(code == 0, output);
            Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(folder, "minio_user")));
            var names = Map(Compose, "secrets").Children.Keys.Select(Text).Order(StringComparer.Ordinal);
            Assert.Equal(names, Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
            Assert.True(new FileInfo(Path.Combine(folder, "secret_key")).Length >= 64);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_host_has_the_time_to_end_that_it_takes()
    {
        var grace = TimeSpan.FromSeconds(int.Parse(Text(Map(Map(Compose, "services"), "backend")["stop_grace_period"]).TrimEnd('s'), System.Globalization.CultureInfo.InvariantCulture));

        Assert.True(grace > TimeSpan.FromSeconds(5) + new ServerOptions().ShutdownTimeout);
    }

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node[key];

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
