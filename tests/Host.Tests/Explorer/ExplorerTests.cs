using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NovaCorrente.Host.Tests.Transports;

namespace NovaCorrente.Host.Tests.Explorer;

public sealed class ExplorerTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Fact]
    public async Task Both_explorers_work_in_a_browser_and_nothing_leaves_the_machine() =>
        await NodeScript.RunAsync("explorers.mjs", new Uri(server.BaseAddress, "/graphql").ToString());

    [Theory]
    [InlineData("/graphql", "/graphql/")]
    [InlineData("/graphql/ui", "/graphql/ui/")]
    [InlineData("/graphql/graphiql", "/graphql/graphiql/")]
    [InlineData("/graphql/examples", "/graphql/examples/")]
    public async Task The_pages_end_in_a_slash_for_their_files_are_named_relative_to_them(string path, string page)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", Browser);

        using var redirect = await client.GetAsync(path);
        Assert.Equal((HttpStatusCode.Found, page), (redirect.StatusCode, redirect.Headers.Location!.ToString()));

        using var html = await client.GetAsync(page);
        Assert.Equal("text/html", html.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Accept", html.Headers.Vary.Single());
        Assert.Equal(path is "/graphql" or "/graphql/ui", html.Headers.GetValues("Content-Security-Policy").Single().Contains("unsafe-eval", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_query_in_the_address_is_answered_even_to_a_browser()
    {
        using var response = await server.GetAsync("/graphql?query={hello}", Browser);

        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/graphql/bcp-config.json", null)]
    [InlineData("/graphql/ui/bcp-config.json", "..")]
    public async Task The_explorer_is_told_its_endpoint_and_to_keep_quiet(string path, string? endpoint)
    {
        using var response = await server.GetAsync(path);

        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(endpoint, (string?)json["endpoint"]);
        Assert.True((bool)json["useBrowserUrlAsEndpoint"]!);
        Assert.True((bool)json["disableTelemetry"]!);
    }

    [Fact]
    public async Task Examples_are_listed_and_each_opens_in_either_explorer()
    {
        using var page = await server.GetAsync("/graphql/examples/", Browser);
        var html = await page.Content.ReadAsStringAsync();
        var names = Regex.Matches(html, "href=\"\\.\\./ui/examples/([a-z0-9-]+)/\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value).ToList();

        Assert.True(names.Count >= 15, html);
        foreach (var name in names)
        {
            Assert.Contains($"href=\"../graphiql/#example={name}\"", html, StringComparison.Ordinal);
            using var explorer = await server.GetAsync($"/graphql/ui/examples/{name}/", Browser);
            Assert.Equal("text/html", explorer.Content.Headers.ContentType!.MediaType);
            using var configuration = await server.GetAsync($"/graphql/ui/examples/{name}/bcp-config.json");
            var json = JsonNode.Parse(await configuration.Content.ReadAsStringAsync())!;
            Assert.Equal("../../..", (string?)json["endpoint"]);
            Assert.Contains((string)json["graphQLDocument"]!, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "explorer", "examples", name + ".graphql")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/graphql/ui/examples/nope/")]
    [InlineData("/graphql/ui/examples/variables/")]
    [InlineData("/graphql/ui/examples/..%2f..%2fgraphiql/")]
    public async Task There_is_no_page_for_an_example_that_does_not_exist(string path)
    {
        using var response = await server.GetAsync(path, Browser);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/graphql/bcp-config.json")]
    [InlineData("/graphql/ui/bcp-config.json")]
    public async Task A_new_document_tells_where_the_examples_are(string path)
    {
        using var response = await server.GetAsync(path);

        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Contains(new Uri(server.BaseAddress, "/graphql/examples/").ToString(), (string)json["graphQLDocument"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/graphql/LICENSE")]
    [InlineData("/graphql/ui/LICENSE")]
    [InlineData("/graphql/static/js/main.0349187e.js.LICENSE.txt")]
    [InlineData("/graphql/graphiql/LICENSES.md")]
    public async Task Licences_are_kept_beside_the_files(string path)
    {
        using var response = await server.GetAsync(path);

        Assert.Equal((HttpStatusCode.OK, "text/plain"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("/graphql/service-worker.js")]
    [InlineData("/graphql/ui/service-worker.js")]
    [InlineData("/graphql/package.json")]
    [InlineData("/graphql/nope")]
    [InlineData("/graphql/graphiql/..%2f..%2fNovaCorrente.Host.dll")]
    [InlineData("/graphql/%2e%2e/%2e%2e/NovaCorrente.Host.dll")]
    [InlineData("/graphql/..%2fgraphiql/index.html")]
    public async Task Other_files_are_not_there(string path)
    {
        using var response = await server.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Explorers_can_be_switched_off()
    {
        await using var plain = await HttpTests.StartAsync(("Explorer:Enabled", "false"));
        foreach (var path in (string[])["/graphql", "/graphql/", "/graphql/ui/", "/graphql/graphiql/", "/graphql/examples/", "/graphql/LICENSE"])
        {
            using var response = await plain.Server.GetAsync(path, Browser);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_build_without_explorers_says_so()
    {
        await using var bare = await HttpTests.StartAsync(("Explorer:Folder", Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));

        using var response = await bare.Server.GetAsync("/graphql/", Browser);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("npm was missing", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
