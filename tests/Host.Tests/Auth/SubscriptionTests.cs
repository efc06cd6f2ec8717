using System.Net;
using System.Text.Json.Nodes;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Auth;

/// <summary>Callers of connections that last.</summary>
[Collection(SecuredHostCollection.Name)]
public sealed class SubscriptionTests(SecuredHost host)
{
    private const string Refreshes = "subscription { onGoldRefreshed { snapshot { id } } }";
    private const string WhoAmI = "{ viewer { name } }";

    [Theory]
    [InlineData("Authorization", "Bearer {0}")]
    [InlineData("authorization", "bearer {0}")]
    [InlineData("authToken", "{0}")]
    [InlineData("authToken", "Bearer {0}")]
    public async Task A_token_may_come_with_the_first_message(string name, string format)
    {
        await using var socket = await InitializeAsync(new JsonObject { [name] = string.Format(null, format, TestTokens.Of(Role.Viewer)) });

        Assert.Equal("ana", await NameAsync(socket));
    }

    [Fact]
    public async Task A_token_may_come_among_headers_in_the_first_message()
    {
        await using var socket = await InitializeAsync(
            new JsonObject { ["headers"] = new JsonObject { ["Authorization"] = $"Bearer {TestTokens.Of(Role.Viewer)}" } });

        Assert.Equal("ana", await NameAsync(socket));
    }

    [Fact]
    public async Task A_key_may_come_with_the_first_message()
    {
        var (_, key) = await host.Keys.CreateAsync("socket", Role.Viewer, validFor: null, CancellationToken.None);
        await using var socket = await InitializeAsync(new JsonObject { ["X-API-Key"] = key.ToString() });

        Assert.Equal("socket", await NameAsync(socket));
    }

    [Fact]
    public async Task A_token_may_come_with_the_upgrade()
    {
        await using var socket = await TestSocket.ConnectAsync(host.Socket, authorization: $"Bearer {TestTokens.Of(Role.Viewer)}");
        await socket.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await socket.ReceiveAsync());

        Assert.Equal("ana", await NameAsync(socket));
    }

    [Fact]
    public async Task An_upgrade_with_a_bad_token_is_refused() =>
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => TestSocket.ConnectAsync(host.Socket, authorization: "Bearer x.y.z"));

    [Theory]
    [InlineData("""{"Authorization":"Bearer x.y.z"}""")]
    [InlineData("""{"Authorization":""}""")]
    [InlineData("""{"Authorization":7}""")]
    [InlineData("""{"Authorization":"Basic YTpi"}""")]
    [InlineData("""{"authToken":"admin"}""")]
    [InlineData("""{"X-API-Key":"nova_x"}""")]
    [InlineData("""{"X-API-Key":null}""")]
    public async Task A_bad_first_message_closes_the_socket(string payload)
    {
        await using var socket = await TestSocket.ConnectAsync(host.Socket);
        await socket.SendAsync($$"""{"type":"connection_init","payload":{{payload}}}""");

        var (code, reason) = await socket.ReceiveCloseAsync();
        Assert.Equal(4403, code);
        Assert.NotEqual("", reason);
    }

    [Fact]
    public async Task An_expired_token_closes_the_socket_at_once()
    {
        await using var socket = await TestSocket.ConnectAsync(host.Socket);
        await socket.SendAsync(Init(new JsonObject { ["authToken"] = TestTokens.Of(Role.Viewer, validFor: TimeSpan.FromMinutes(-1)) }));

        Assert.Equal((4403, "The token has expired"), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_socket_closes_when_its_token_expires()
    {
        await using var socket = await InitializeAsync(new JsonObject { ["authToken"] = TestTokens.Of(Role.Viewer, validFor: TimeSpan.FromSeconds(2)) });
        await socket.SendAsync(Subscribe("1", Refreshes));

        Assert.Equal((4403, "The token has expired"), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_socket_closes_when_its_key_is_revoked()
    {
        var (key, text) = await host.Keys.CreateAsync("socket", Role.Viewer, validFor: null, CancellationToken.None);
        await using var socket = await InitializeAsync(new JsonObject { ["Authorization"] = $"ApiKey {text}" });

        await host.Keys.RevokeAsync(key.Id, CancellationToken.None);

        Assert.Equal((4403, "The API key was revoked"), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Nobody_may_open_a_socket_and_ask_for_nothing()
    {
        await using var socket = await InitializeAsync([]);
        await socket.SendAsync(Subscribe("1", Refreshes));

        var answer = await socket.ReceiveJsonAsync();
        Assert.Equal("next", (string?)answer["type"]);
        Assert.Equal(AccessErrors.NotAuthenticated, (string?)answer["payload"]!["errors"]![0]!["extensions"]!["code"]);
        Assert.Equal("complete", (string?)(await socket.ReceiveJsonAsync())["type"]);
    }

    [Fact]
    public async Task A_stream_ends_when_its_token_expires()
    {
        using var response = await host.SendAsync(Refreshes, TestTokens.Of(Role.Viewer, validFor: TimeSpan.FromSeconds(2)), "text/event-stream");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        var text = await response.Content.ReadAsStringAsync();

        Assert.Contains("The token has expired", text, StringComparison.Ordinal);
        Assert.Contains(AccessErrors.NotAuthenticated, text, StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata:\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscriber_hears_of_a_run_and_sees_what_its_role_may_see()
    {
        await using var socket = await InitializeAsync(new JsonObject { ["authToken"] = TestTokens.Of(Role.Viewer) });
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"subscription { onPipelineCompleted { state } }"}}""");
        await socket.SendAsync("""{"id":"2","type":"subscribe","payload":{"query":"subscription { onPipelineCompleted { reason } }"}}""");

        using var heard = new CancellationTokenSource();
        var running = RunUntilAsync(heard.Token);
        var answers = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        while (answers.Count < 2)
        {
            var answer = await socket.ReceiveJsonAsync();
            answers[(string)answer["id"]!] = answer["payload"]!;
        }

        await heard.CancelAsync();
        await running;
        Assert.NotNull(answers["1"]["data"]!["onPipelineCompleted"]!["state"]);
        Assert.Equal(AccessErrors.NotAuthorized, (string?)answers["2"]["errors"]![0]!["extensions"]!["code"]);
    }

    // The first runs may be over before the subscriptions are there.
    private async Task RunUntilAsync(CancellationToken heard)
    {
        while (!heard.IsCancellationRequested)
        {
            await host.AskAsync("mutation { runPipeline(input: {}) { pipelineRun { id } errors { ... on Error { message } } } }", Role.Operator);
            await Task.Delay(500, heard).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string Init(JsonObject payload) => new JsonObject { ["type"] = "connection_init", ["payload"] = payload }.ToJsonString();

    private static string Subscribe(string id, string query) =>
        new JsonObject { ["id"] = id, ["type"] = "subscribe", ["payload"] = new JsonObject { ["query"] = query } }.ToJsonString();

    private async Task<TestSocket> InitializeAsync(JsonObject payload)
    {
        var socket = await TestSocket.ConnectAsync(host.Socket);
        await socket.SendAsync(Init(payload));
        Assert.Equal("""{"type":"connection_ack"}""", await socket.ReceiveAsync());
        return socket;
    }

    private static async Task<string?> NameAsync(TestSocket socket)
    {
        await socket.SendAsync(Subscribe("who", WhoAmI));
        var answer = await socket.ReceiveJsonAsync();
        Assert.Equal("complete", (string?)(await socket.ReceiveJsonAsync())["type"]);
        return (string?)answer["payload"]!["data"]!["viewer"]!["name"];
    }
}
