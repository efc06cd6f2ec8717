using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Tests.Auth;

namespace NovaCorrente.Host.Tests.Dashboard;

public sealed class DashboardTests : IAsyncLifetime
{
    private const string Document = "query Kind {\n  __typename\n}";

    private static readonly string _hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nova-dashboard-");
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        Write("index.html", "<!doctype html><title>Nova Corrente</title>");
        Write("assets/app-1.js", "console.log('plain')");
        Write("assets/app-1.js.br", "brotli");
        Write("assets/app-1.js.gz", "gzip");
        Write("operations.json", JsonSerializer.Serialize(new Dictionary<string, string> { [_hash] = Document, ["0000"] = "query Forged { __typename }" }));
        (_app, _client) = await StartAsync("--PersistedOperations:OnlyAllowPersistedDocuments=true");
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _folder.Remove();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/parts")]
    [InlineData("/parts/020000?level=95")]
    [InlineData("/suppliers/A%2FB")]
    public async Task Every_address_of_the_dashboard_is_its_page(string address)
    {
        using var response = await _client.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Nova Corrente", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoCache);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Contains($"ws://{_client.BaseAddress!.Authority}", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", HttpStatusCode.OK)]
    [InlineData("*/*", HttpStatusCode.NotFound)]
    public async Task A_code_with_a_dot_in_it_is_a_page_for_who_opens_it_and_a_missing_file_for_a_script(string accepted, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sites/BA.0123");
        request.Headers.TryAddWithoutValidation("Accept", accepted);

        using var response = await _client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData(null, null, "console.log('plain')")]
    [InlineData("gzip, deflate", "gzip", "gzip")]
    [InlineData("gzip, br", "br", "brotli")]
    [InlineData("br;q=0, gzip", "gzip", "gzip")]
    [InlineData("zstd", null, "console.log('plain')")]
    public async Task A_file_comes_in_the_smallest_form_that_the_browser_takes(string? accepted, string? encoding, string content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/app-1.js");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        using var response = await _client.SendAsync(request);

        Assert.Equal(content, await response.Content.ReadAsStringAsync());
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Fact]
    public async Task A_file_that_the_browser_has_is_not_sent_again()
    {
        using var first = await _client.GetAsync("/assets/app-1.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/app-1.js") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        using var second = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/assets/gone-2.js")]
    [InlineData("/../operations.json/..%2f..%2fetc/passwd.txt")]
    [InlineData("/%2e%2e/%2e%2e/NovaCorrente.Host.dll")]
    [InlineData("/graphql/nope")]
    public async Task Files_that_are_not_part_of_it_are_not_there(string address)
    {
        using var response = await _client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Its_operations_are_known_by_hash_from_the_first_request_on_and_nothing_else_is()
    {
        Assert.Equal("Query", (string?)(await PersistedAsync(_hash))["data"]!["__typename"]);
        Assert.Null((await PersistedAsync("0000"))["data"]);
    }

    [Fact]
    public async Task Without_a_build_the_page_says_how_to_make_one_and_the_service_works()
    {
        var (app, client) = await StartAsync($"--Dashboard:Folder={Path.Combine(_folder.FullName, "none")}");
        await using var running = app;
        using var caller = client;

        using var response = await client.GetAsync("/");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("has not been built", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Query", await client.GetStringAsync("/graphql?query={__typename}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "https://id.example.com")]
    [InlineData("https://token.example.com  https://keys.example.com:8443", "https://id.example.com https://token.example.com https://keys.example.com:8443")]
    public async Task Pages_may_ask_the_identity_provider_and_nobody_else(string others, string allowed)
    {
        var (app, client) = await StartAsync("--Auth:Authority=https://id.example.com/realms/nova", $"--Auth:ProviderOrigins={others}");
        await using var running = app;
        using var caller = client;

        using var response = await client.GetAsync("/");

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var host = client.BaseAddress!.Authority;
        Assert.Contains($"connect-src 'self' ws://{host} wss://{host} {allowed};", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("frame-src", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_switched_off()
    {
        var (app, client) = await StartAsync("--Dashboard:Enabled=false");
        await using var running = app;
        using var caller = client;

        using var response = await client.GetAsync("/");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    private async Task<JsonNode> PersistedAsync(string hash)
    {
        var body = new JsonObject { ["extensions"] = new JsonObject { ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = hash } } };
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync("/graphql", content);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private void Write(string path, string content)
    {
        var file = Path.Combine(_folder.FullName, "pages", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    private async Task<(WebApplication App, HttpClient Client)> StartAsync(params string[] settings)
    {
        var app = NovaHost.Build(
        [
            "--Server:Port=0",
            "--environment=Production",
            $"--Auth:SecretKey={TestTokens.Secret}",
            $"--Lake:Folder={Path.Combine(_folder.FullName, "lake")}",
            $"--Pipeline:WorkFolder={Path.Combine(_folder.FullName, "work")}",
            $"--Pipeline:LandingFolder={Path.Combine(_folder.FullName, "landing")}",
            $"--Serving:Folder={Path.Combine(_folder.FullName, "serving")}",
            $"--Dashboard:Folder={Path.Combine(_folder.FullName, "pages")}",
            .. settings,
        ]);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return (app, new HttpClient { BaseAddress = new Uri(address) });
    }
}
