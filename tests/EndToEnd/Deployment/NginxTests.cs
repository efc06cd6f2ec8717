using System.Text.RegularExpressions;
using NovaCorrente.Host.Transports;

namespace NovaCorrente.EndToEnd.Deployment;

/// <summary>nginx takes its configuration, and lets through what the host speaks.</summary>
public sealed class NginxTests
{
    private static readonly string Conf = RepositoryFiles.Read("deploy", "nginx", "nova.conf");

    [Fact]
    public async Task Nginx_takes_the_configuration()
    {
        var folder = Directory.CreateTempSubdirectory("nginx-").FullName;
        try
        {
            var main = Path.Combine(folder, "nginx.conf");
            await File.WriteAllTextAsync(main, $$"""
                pid {{folder}}/nginx.pid;
                error_log {{folder}}/error.log;
                events { }
                http {
                    access_log off;
                    client_body_temp_path {{folder}}/body;
                    proxy_temp_path {{folder}}/proxy;
                    include {{RepositoryFiles.PathOf("deploy", "nginx", "nova.conf")}};
                }
                """);

            var (code, output) = await CommandLine.RunAsync("/usr/sbin/nginx", "-t", "-p", folder, "-c", main, "-e", Path.Combine(folder, "error.log"));

            Assert.True(code == 0, output);
            Assert.Contains("test is successful", output, StringComparison.Ordinal);
            Assert.DoesNotContain("[warn]", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Bodies_may_be_as_large_as_the_host_reads()
    {
        var kibibytes = int.Parse(Regex.Match(Conf, @"client_max_body_size (\d+)k;", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(new TransportOptions().MaxRequestSize + (1024 * 1024), kibibytes * 1024);
    }

    [Theory]
    [InlineData("proxy_http_version 1.1;")]
    [InlineData("proxy_set_header Upgrade $http_upgrade;")]
    [InlineData("proxy_set_header Connection $connection_upgrade;")]
    [InlineData("proxy_set_header Host $http_host;")]
    [InlineData("proxy_buffering off;")]
    [InlineData("proxy_read_timeout 1h;")]
    public void Sockets_and_events_pass(string directive) => Assert.Contains(directive, Location("~ ^/(graphql|auth)(/|$)"), StringComparison.Ordinal);

    [Theory]
    [InlineData("X-Content-Type-Options nosniff")]
    [InlineData("X-Frame-Options DENY")]
    [InlineData("Referrer-Policy same-origin")]
    [InlineData("script-src 'self';")]
    [InlineData("frame-ancestors 'none'")]
    public void Pages_say_what_browsers_must_not_do(string header) => Assert.Contains(header, Location("/"), StringComparison.Ordinal);

    private static string Location(string name)
    {
        var start = Conf.IndexOf($"location {name} {{", StringComparison.Ordinal);
        Assert.True(start >= 0, $"There is no location {name}.");
        return Conf[start..Conf.IndexOf("\n    }", start, StringComparison.Ordinal)];
    }
}
