using System.Net.WebSockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Host.Transports.Sockets;

namespace NovaCorrente.Host.Tests.Transports;

public sealed class SocketTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"start","id":"1"}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{hello}"}}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{hello}"}}""")]
    [InlineData("""{"type":"subscribe","id":7,"payload":{"query":"{hello}"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":"{hello}"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":7}}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"type":"ping","payload":5}""")]
    [InlineData("""{"type":"ping"} more""")]
    public async Task A_malformed_message_closes_with_4400(string message)
    {
        await using var client = await TestSocket.InitializeAsync(server.Socket);

        await client.SendAsync(message);

        Assert.Equal((4400, "Invalid message"), await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_binary_message_closes_with_1003()
    {
        await using var client = await TestSocket.InitializeAsync(server.Socket);

        await client.SendAsync([1, 2, 3], WebSocketMessageType.Binary);

        Assert.Equal(1003, (await client.ReceiveCloseAsync()).Code);
    }

    [Fact]
    public async Task Subscribing_before_initialising_closes_with_4401()
    {
        await using var client = await TestSocket.ConnectAsync(server.Socket);

        await client.SendAsync("""{"type":"subscribe","id":"1","payload":{"query":"{hello}"}}""");

        Assert.Equal((4401, "Unauthorized"), await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Initialising_twice_closes_with_4429()
    {
        await using var client = await TestSocket.InitializeAsync(server.Socket);

        await client.SendAsync("""{"type":"connection_init"}""");

        Assert.Equal((4429, "Too many initialisation requests"), await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task An_id_in_use_closes_with_4409_and_ends_the_subscription()
    {
        await using var client = await TestSocket.InitializeAsync(server.Socket);
        await client.SendAsync("""{"type":"subscribe","id":"a","payload":{"query":"subscription{never}"}}""");

        await client.SendAsync("""{"type":"subscribe","id":"a","payload":{"query":"{hello}"}}""");

        Assert.Equal((4409, "Subscriber for a already exists"), await client.ReceiveCloseAsync());
        await Eventually.TrueAsync(() => server.Schema.Sources.Subscribers == 0);
    }

    [Fact]
    public async Task Not_initialising_in_time_closes_with_4408()
    {
        await using var hasty = await HttpTests.StartAsync(("GraphQL:Sockets:ConnectionInitializationTimeout", "00:00:00.200"));
        await using var client = await TestSocket.ConnectAsync(hasty.Server.Socket);

        Assert.Equal((4408, "Connection initialisation timeout"), await client.ReceiveCloseAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task Another_subprotocol_closes_with_4406(string? subprotocol)
    {
        await using var client = await TestSocket.ConnectAsync(server.Socket, subprotocol);

        Assert.Equal((4406, "Subprotocol not acceptable"), await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Too_large_a_message_closes_with_1009()
    {
        await using var small = await HttpTests.StartAsync(("GraphQL:Sockets:MaxMessageSize", "2000"));
        await using var client = await TestSocket.InitializeAsync(small.Server.Socket);

        await client.SendAsync("""{"type":"ping","payload":{"x":"%"}}""".Replace("%", new string('x', 5000), StringComparison.Ordinal));

        Assert.Equal((1009, "Message too big"), await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Pings_are_answered_and_sent()
    {
        await using var lively = await HttpTests.StartAsync(("GraphQL:Sockets:KeepAliveInterval", "00:00:00.100"));
        await using var client = await TestSocket.InitializeAsync(lively.Server.Socket);

        await client.SendAsync("""{"type":"ping","payload":{"a":1}}""");
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());

        Assert.Equal(TestSocket.Ping, await client.ReceiveAnyAsync());
    }

    [Fact]
    public async Task Results_and_errors_are_framed_as_the_protocol_says()
    {
        await using var client = await TestSocket.InitializeAsync(server.Socket);

        await client.SendAsync("""{"id":"q\"1","payload":{"query":"{hello}"},"type":"subscribe"}""");
        Assert.Equal("""{"id":"q\u00221","type":"next","payload":{"data":{"hello":"Olá, mundo!"}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"q\u00221","type":"complete"}""", await client.ReceiveAsync());

        await client.SendAsync("""{"type":"subscribe","id":"e","payload":{"query":"subscription{broken}"}}""");
        Assert.Equal(
            """{"id":"e","type":"error","payload":[{"message":"No such stream.","locations":[{"line":1,"column":14}],"path":["broken"],"extensions":{"code":"HC0051"}}]}""",
            await client.ReceiveAsync());

        await client.SendAsync("""{"type":"subscribe","id":"n","payload":{}}""");
        Assert.Equal("HC0013", (string?)(await client.ReceiveJsonAsync())["payload"]![0]!["extensions"]!["code"]);

        await client.SendAsync("""{"type":"subscribe","id":"c","payload":{"query":"subscription{count(to:2)}"}}""");
        Assert.Equal("""{"id":"c","type":"next","payload":{"data":{"count":1}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"c","type":"next","payload":{"data":{"count":2}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"c","type":"complete"}""", await client.ReceiveAsync());
        await client.CloseAsync();
    }

    [Fact]
    public async Task Completing_ends_the_subscription_and_frees_the_id()
    {
        await using var own = await HttpTests.StartAsync();
        await using var client = await TestSocket.InitializeAsync(own.Server.Socket);
        for (var i = 0; i < 3; i++)
        {
            await client.SendAsync("""{"type":"subscribe","id":"a","payload":{"query":"subscription{never}"}}""");
            await Eventually.TrueAsync(() => own.Server.Schema.Sources.Subscribers == 1);
            await client.SendAsync("""{"type":"complete","id":"a"}""");
            await Eventually.TrueAsync(() => own.Server.Schema.Sources.Subscribers == 0);
        }

        await client.SendAsync("""{"type":"complete","id":"unknown"}""");
        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_client_that_vanishes_leaves_nothing_behind()
    {
        await using var own = await HttpTests.StartAsync();
        await using var client = await TestSocket.InitializeAsync(own.Server.Socket);
        await client.SendAsync("""{"type":"subscribe","id":"a","payload":{"query":"subscription{never}"}}""");
        await client.SendAsync("""{"type":"subscribe","id":"b","payload":{"query":"{slow}"}}""");
        await Eventually.TrueAsync(() => own.Server.Schema.Sources.Subscribers == 1);

        client.Abort();

        await Eventually.TrueAsync(() => own.Server.Schema.Sources.Subscribers == 0);
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_off()
    {
        await using var own = await HttpTests.StartAsync(("GraphQL:Http:SubscriptionBacklog", "32"), ("GraphQL:Sockets:CloseTimeout", "00:00:00.500"));
        await using var client = await TestSocket.InitializeAsync(own.Server.Socket);
        await client.SendAsync("""{"type":"subscribe","id":"a","payload":{"query":"subscription{flood(size:100000)}"}}""");

        // Not a single read: the server fills its queue, gives up, and takes the socket down.
        await Eventually.TrueAsync(() => own.Server.Schema.FloodsLeft == 1);

        await Eventually.ThrowsAsync<WebSocketException>(() => client.SendAsync("""{"type":"ping"}"""));
    }

    [Fact]
    public async Task Too_many_operations_are_refused_one_by_one()
    {
        await using var own = await HttpTests.StartAsync(("GraphQL:Sockets:MaxOperations", "1"));
        await using var client = await TestSocket.InitializeAsync(own.Server.Socket);
        await client.SendAsync("""{"type":"subscribe","id":"a","payload":{"query":"subscription{never}"}}""");

        await client.SendAsync("""{"type":"subscribe","id":"b","payload":{"query":"{hello}"}}""");

        var refusal = await client.ReceiveJsonAsync();
        Assert.Equal(("error", "b"), ((string?)refusal["type"], (string?)refusal["id"]));
    }

    [Fact]
    public async Task A_shutdown_closes_with_1001_at_once()
    {
        // A socket that is not closed holds the shutdown up for that long.
        var own = new TestServer(("Server:ShutdownTimeout", "00:10:00"));
        await own.InitializeAsync();
        await using var client = await TestSocket.InitializeAsync(own.Socket);
        await client.SendAsync("""{"type":"subscribe","id":"a","payload":{"query":"subscription{never}"}}""");
        await Eventually.TrueAsync(() => own.Schema.Sources.Subscribers == 1);

        var stopping = own.StopAsync();
        Assert.Equal((1001, "Server is shutting down"), await client.ReceiveCloseAsync());
        await client.CloseAsync();
        await stopping.WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(0, own.Schema.Sources.Subscribers);
        await own.DisposeAsync();
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("http://127.0.0.1:3000", true)]
    [InlineData("https://dashboard.example", true)]
    public async Task Only_pages_of_known_origins_may_open_a_socket(string origin, bool allowed)
    {
        await using var own = await HttpTests.StartAsync(("Server:CorsOrigins", "https://dashboard.example/, https://other.example"));

        var connecting = TestSocket.ConnectAsync(own.Server.Socket, origin: origin);

        if (allowed)
        {
            await (await connecting).DisposeAsync();
        }
        else
        {
            await Assert.ThrowsAsync<WebSocketException>(() => connecting);
        }
    }

    [Fact]
    public async Task The_payload_of_the_init_decides_who_the_client_is()
    {
        var own = new TestServer(services => services.AddSingleton<IConnectionInitHandler, TokenHandler>());
        await own.InitializeAsync();
        await using var known = await TestSocket.ConnectAsync(own.Socket);
        await known.SendAsync("""{"type":"connection_init","payload":{"token":"ana"}}""");
        Assert.Equal("""{"type":"connection_ack","payload":{"hello":"ana"}}""", await known.ReceiveAsync());
        await known.SendAsync("""{"type":"subscribe","id":"1","payload":{"query":"{user}"}}""");
        Assert.Equal("ana", (string?)(await known.ReceiveJsonAsync())["payload"]!["data"]!["user"]);

        await using var stranger = await TestSocket.ConnectAsync(own.Socket);
        await stranger.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal((4403, "Forbidden"), await stranger.ReceiveCloseAsync());
        await own.DisposeAsync();
    }

    private sealed class TokenHandler : IConnectionInitHandler
    {
        public ValueTask<ConnectionInitResult> OnInitAsync(HttpContext http, IReadOnlyDictionary<string, object?>? payload, CancellationToken cancellationToken) =>
            ValueTask.FromResult(payload?.GetValueOrDefault("token") is string name
                ? new ConnectionInitResult(true, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "test")), new Dictionary<string, object?> { ["hello"] = name })
                : new ConnectionInitResult(false));
    }
}
