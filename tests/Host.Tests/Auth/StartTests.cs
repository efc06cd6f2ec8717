using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Cli;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Tests.Cli;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Auth;

/// <summary>With which secrets the service starts.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nova-start-");

    public void Dispose() => _folder.Remove();

    [Theory]
    [InlineData("Production", "", "There is no secret")]
    [InlineData("Staging", "", "There is no secret")]
    [InlineData("Production", "Tr8kPz3Qm", "too short: 9 bytes")]
    [InlineData("Production", "Zq3vT8xN1mKw6RbY0hLd5sJf9uGc2pX", "too short: 31 bytes")]
    [InlineData("Development", "Tr8kPz3Qm", "too short: 9 bytes")]
    [InlineData("Production", "changemechangemechangemechangeme", "everybody knows")]
    [InlineData("Production", "your-secret-key-here-change-in-production", "everybody knows")]
    [InlineData("Production", "your-super-secret-jwt-key-change-in-production!", "everybody knows")]
    [InlineData("Production", "a-string-secret-at-least-256-bits-long", "everybody knows")]
    [InlineData("Production", "this is my custom Secret key for authentication", "everybody knows")]
    [InlineData("Production", "secretsecretsecretsecretsecretsecret", "everybody knows")]
    [InlineData("Production", "NovaCorrente2026NovaCorrente2026!", "everybody knows")]
    [InlineData("Production", "0123456789abcdef0123456789abcdef", "everybody knows")]
    [InlineData("Production", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "everybody knows")]
    [InlineData("Production", "Zq3vT8xN1mKw6RbY0hLd5sJf9uGc2pXe7aVoQiMt4nBk", "HS256, HS384 and HS512", "--Auth:Algorithm=none")]
    [InlineData("Production", "Zq3vT8xN1mKw6RbY0hLd5sJf9uGc2pXe7aVoQiMt4nBk", "HS512 needs 64", "--Auth:Algorithm=HS512")]
    [InlineData("Production", "", "https://", "--Auth:Authority=http://id.example.org")]
    [InlineData("Production", "", "https://", "--Auth:Authority=id.example.org")]
    [InlineData("Production", "", "takes origins", "--Auth:Authority=https://id.example.org", "--Auth:ProviderOrigins=https://a.example.org; script-src *")]
    [InlineData("Production", "", "takes origins", "--Auth:Authority=https://id.example.org", "--Auth:ProviderOrigins=a.example.org")]
    public async Task A_secret_that_is_none_keeps_the_service_from_starting(string environment, string secret, string reason, params string[] more)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(async () =>
        {
            await using var app = Build(environment, secret, more);
            await app.StartAsync();
        });

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        if (secret.Length > 0)
        {
            Assert.DoesNotContain(secret, error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Zq3vT8xN1mKw6RbY0hLd5sJf9uGc2pXe7aVoQiMt4nBk")]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("kTz/8Qw+1Vn0RmYx3sLb6Uj2Hc9Gd4Fa5Ee7Pp8Oo0I=")]
    public async Task A_random_one_does_not(string secret)
    {
        await using var app = Build("Production", secret);
        await app.StartAsync();

        Assert.True(await IsRequiredAsync(app));
    }

    [Fact]
    public async Task In_Development_without_a_secret_everybody_may_do_everything()
    {
        await using var app = Build("Development", "");
        await app.StartAsync();

        Assert.False(await IsRequiredAsync(app));
        using var client = ClientOf(app);
        var answer = await client.GetFromJsonAsync<JsonNode>("/graphql?query={viewer{name roles isAuthenticated} pipelineSteps{totalCount}}");
        Assert.Null(answer!["errors"]);
        Assert.Equal("""["VIEWER","ANALYST","OPERATOR","ADMIN"]""", answer["data"]!["viewer"]!["roles"]!.ToJsonString());
        Assert.Contains("type Query", await client.GetStringAsync("/graphql/schema"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Zq3vT8xN1mKw6RbY0hLd5sJf9uGc2pXe7aVoQiMt4nBk")]
    [InlineData("changemechangemechangemechangeme")]
    public async Task In_Development_with_a_secret_callers_prove_who_they_are(string secret)
    {
        await using var app = Build("Development", secret);
        await app.StartAsync();

        Assert.True(await IsRequiredAsync(app));
        using var client = ClientOf(app);
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.Sign(TestTokens.Claims(Role.Viewer), secret));
        var answer = await client.GetFromJsonAsync<JsonNode>("/graphql?query={viewer{roles}}");
        Assert.Equal("""["VIEWER"]""", answer!["data"]!["viewer"]!["roles"]!.ToJsonString());
    }

    [Fact]
    public async Task A_sign_in_page_is_told_of_the_provider()
    {
        await using var app = Build("Production", "", "--Auth:Authority=https://id.example.org/realms/nova", "--Auth:ClientId=dashboard");
        await app.StartAsync();
        using var client = ClientOf(app);

        Assert.Equal(
            """{"authenticationRequired":true,"authority":"https://id.example.org/realms/nova","clientId":"dashboard","scopes":["openid","profile"]}""",
            await client.GetStringAsync("/auth/config"));
    }

    [Fact]
    public async Task The_command_line_says_so_in_a_sentence()
    {
        var run = await CommandLineRun.RunAsync(["serve", .. Settings("Production", "")]);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("SECRET_KEY", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    private static async Task<bool> IsRequiredAsync(WebApplication app)
    {
        using var client = ClientOf(app);
        return (bool)(await client.GetFromJsonAsync<JsonNode>("/auth/config"))!["authenticationRequired"]!;
    }

    private static HttpClient ClientOf(WebApplication app) =>
        new() { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };

    private WebApplication Build(string environment, string secret, params string[] more) => NovaHost.Build([.. Settings(environment, secret), .. more]);

    private string[] Settings(string environment, string secret) =>
    [
        $"--environment={environment}",
        "--Server:Port=0",
        "--Schedules:Enabled=false",
        "--Logging:LogLevel:Default=None",
        $"--Auth:SecretKey={secret}",
        $"--Lake:Folder={Path.Combine(_folder.FullName, "lake")}",
        $"--Pipeline:WorkFolder={Path.Combine(_folder.FullName, "work")}",
        $"--Pipeline:LandingFolder={_folder.CreateSubdirectory("landing").FullName}",
        $"--Serving:Folder={Path.Combine(_folder.FullName, "serving")}",
    ];
}
