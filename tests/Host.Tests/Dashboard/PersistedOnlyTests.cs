using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NovaCorrente.Host.Requests.Persisted;
using NovaCorrente.Host.Tests.Auth;
using NovaCorrente.Host.Tests.Limits;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Dashboard;

/// <summary>The host with nothing but what came with it, which is where the web server in front has the pages.</summary>
public sealed class PersistedOnlyTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> _operations = JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "dashboard", "operations.json")))!;

    private readonly RunningGold _running = new("--PersistedOperations:OnlyAllowPersistedDocuments=true");

    public Task InitializeAsync() => _running.StartAsync();

    public async Task DisposeAsync() => await _running.DisposeAsync();

    [Fact]
    public async Task Every_operation_of_the_dashboard_is_known_by_hash_and_fits_the_schema()
    {
        Assert.True(_operations.Count > 50, $"{_operations.Count} operations");
        var refused = new List<string>();
        foreach (var (hash, text) in _operations)
        {
            using var response = await PostAsync(ByHash(hash), ("GraphQL-Cost", "validate"));
            var answer = await response.Content.ReadAsStringAsync();

            // Variables are missing and a subscription wants a stream; whatever lies behind validation is no business of this test.
            if (answer.Contains("HC0020", StringComparison.Ordinal) || answer.Contains("HC0067", StringComparison.Ordinal)
                || (!response.IsSuccessStatusCode && !IsAboutVariables(answer) && !text.StartsWith("subscription", StringComparison.Ordinal)))
            {
                refused.Add($"{text[..text.IndexOf('{', StringComparison.Ordinal)]}: {answer}");
            }
        }

        Assert.Empty(refused);
    }

    [Fact]
    public async Task A_document_of_somebody_else_is_refused_by_text_and_by_hash()
    {
        const string foreign = "{ suppliers(first: 1) { nodes { key } } }";

        using var text = await PostAsync(new JsonObject { ["query"] = foreign });
        await text.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0067", "Only persisted operations are allowed.");
        using var hash = await PostAsync(ByHash(OperationDocumentResolver.Hash(foreign)));
        await hash.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0020", "The specified persisted operation key is invalid.");
    }

    [Fact]
    public async Task Queries_are_answered_and_subscriptions_open()
    {
        using var answer = await PostAsync(ByHash(HashOf("query GoldSnapshots")));
        Assert.Equal("[]", (await answer.JsonAsync())["data"]!["goldSnapshots"]!["nodes"]!.ToJsonString());

        await using var socket = await TestSocket.InitializeAsync(
            new UriBuilder(_running.Gold.Client.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, $"Bearer {TestTokens.Of(Role.Viewer)}");
        await socket.SendAsync(Subscribe("1", ByHash(HashOf("subscription GoldRefreshed"))));
        await socket.SendAsync(Subscribe("2", new JsonObject { ["query"] = "subscription { onGoldRefreshed { snapshot { id } } }" }));

        var refused = JsonNode.Parse(await socket.ReceiveAsync() ?? "{}")!;
        Assert.Equal(("error", "2"), ((string?)refused["type"], (string?)refused["id"]));
        Assert.Contains("HC0067", refused.ToJsonString(), StringComparison.Ordinal);
    }

    private static string Subscribe(string id, JsonObject payload) =>
        new JsonObject { ["id"] = id, ["type"] = "subscribe", ["payload"] = payload }.ToJsonString();

    private static string HashOf(string operation) => _operations.Single(it => it.Value.StartsWith($"{operation} {{", StringComparison.Ordinal)).Key;

    private static bool IsAboutVariables(string answer) =>
        answer.Contains("HC0016", StringComparison.Ordinal) || answer.Contains("HC0018", StringComparison.Ordinal);

    private static JsonObject ByHash(string hash) =>
        new() { ["extensions"] = new JsonObject { ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = hash } } };

    private async Task<HttpResponseMessage> PostAsync(JsonObject body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
            Headers = { { "Accept", "application/graphql-response+json" } },
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await _running.Gold.Client.SendAsync(request);
    }
}
