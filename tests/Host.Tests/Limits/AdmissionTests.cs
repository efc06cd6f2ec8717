using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Host.Requests.Admission;
using NovaCorrente.Host.Tests.Transports;

namespace NovaCorrente.Host.Tests.Limits;

public sealed class AdmissionTests
{
    [Fact]
    public async Task Whoever_asks_too_often_is_told_when_to_try_again()
    {
        await using var running = await HttpTests.StartAsync(("RateLimit:RequestsPerSecond", "1"), ("RateLimit:Burst", "3"));
        for (var i = 0; i < 3; i++)
        {
            using var allowed = await running.Server.QueryAsync("{ hello }");
            Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        }

        HttpResponseMessage? refused = null;
        for (var i = 0; i < 50 && refused is not { StatusCode: HttpStatusCode.TooManyRequests }; i++)
        {
            refused = await running.Server.QueryAsync("{ hello }", accept: i % 2 == 0 ? "application/json" : TestServer.ByOutcome);
        }

        var error = await refused!.ShouldBeRefusedAsync(HttpStatusCode.TooManyRequests, "RATE_LIMITED", "Too many requests; try again later.");
        var wait = refused!.Headers.RetryAfter!.Delta!.Value;
        Assert.True(wait >= TimeSpan.FromSeconds(1));
        Assert.Equal(wait.TotalSeconds, (double)error["extensions"]!["retryAfterSeconds"]!);
    }

    [Fact]
    public async Task Each_operation_of_a_socket_counts_as_a_request()
    {
        await using var running = await HttpTests.StartAsync(("RateLimit:RequestsPerSecond", "1"), ("RateLimit:Burst", "2"));
        await using var socket = await TestSocket.InitializeAsync(running.Server.Socket);

        var refused = false;
        for (var i = 0; i < 50 && !refused; i++)
        {
            var id = $"q{i}";
            await socket.SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{ hello }"}}""");
            var message = await socket.ReceiveJsonAsync();
            if ((string?)message["type"] == "error")
            {
                Assert.Equal("RATE_LIMITED", (string?)message["payload"]![0]!["extensions"]!["code"]);
                refused = true;
            }
            else
            {
                Assert.Equal("complete", (string?)(await socket.ReceiveJsonAsync())["type"]);
            }
        }

        Assert.True(refused);
    }

    [Fact]
    public async Task More_work_than_the_gate_lets_in_waits_and_what_cannot_wait_is_turned_away()
    {
        await using var running = await HttpTests.StartAsync(
            ("GraphQL:Concurrency:MaxExecutions", "1"), ("GraphQL:Concurrency:MaxQueued", "1"), ("GraphQL:Concurrency:RetryAfter", "00:00:03"),
            ("GraphQL:Concurrency:QueueTimeout", "00:10:00"), ("GraphQL:ExecutionTimeout", "00:10:00"));
        var gate = (ExecutionGate)running.Server.Services.GetService(typeof(ExecutionGate))!;
        using var leave = new CancellationTokenSource();
        var slow = AskAsync(running.Server, "{ slow }", leave.Token);
        await Eventually.TrueAsync(() => gate.Load.Executing == 1);
        using var lastOut = new CancellationTokenSource();
        var waiting = AskAsync(running.Server, "{ hello }", lastOut.Token);
        await Eventually.TrueAsync(() => gate.Load.Waiting == 1);

        using var refused = await running.Server.QueryAsync("{ hello }", accept: "application/json");
        await refused.ShouldBeRefusedAsync(HttpStatusCode.ServiceUnavailable, "SERVER_BUSY", "The server is busy; try again later.");
        Assert.Equal(TimeSpan.FromSeconds(3), refused.Headers.RetryAfter!.Delta);

        await using var socket = await TestSocket.InitializeAsync(running.Server.Socket);
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""");
        var message = await socket.ReceiveJsonAsync();
        Assert.Equal("error", (string?)message["type"]);
        Assert.Equal("SERVER_BUSY", (string?)message["payload"]![0]!["extensions"]!["code"]);

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
        using var served = await waiting;
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        await Eventually.TrueAsync(() => gate.Load == (0, 0));
    }

    [Fact]
    public async Task Nobody_waits_longer_than_is_worth_it()
    {
        await using var running = await HttpTests.StartAsync(
            ("GraphQL:Concurrency:MaxExecutions", "1"), ("GraphQL:Concurrency:QueueTimeout", "00:00:00.100"), ("GraphQL:ExecutionTimeout", "00:10:00"));
        var gate = (ExecutionGate)running.Server.Services.GetService(typeof(ExecutionGate))!;
        using var leave = new CancellationTokenSource();
        var slow = AskAsync(running.Server, "{ slow }", leave.Token);
        await Eventually.TrueAsync(() => gate.Load.Executing == 1);

        using var refused = await running.Server.QueryAsync("{ hello }");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
    }

    [Fact]
    public async Task Files_have_turns_of_their_own_and_leave_queries_theirs()
    {
        await using var running = new RunningGold("--GraphQL:Concurrency:MaxExports=1", "--GraphQL:Concurrency:QueueTimeout=00:00:00.100");
        await running.StartAsync();
        const string path = "/graphql?format=csv&query={goldTables{nodes{name}}}";
        using (await running.Gold.Services.GetRequiredService<ExecutionGate>().EnterExportAsync(CancellationToken.None))
        {
            using var refused = await running.Gold.Client.GetAsync(path);
            await refused.ShouldBeRefusedAsync(HttpStatusCode.ServiceUnavailable, "SERVER_BUSY", "The server is busy; try again later.");
            Assert.NotNull(refused.Headers.RetryAfter);
            using var query = await running.Gold.QueryAsync("{ goldTables { nodes { name } } }");
            Assert.Equal(HttpStatusCode.OK, query.StatusCode);
        }

        using var file = await running.Gold.Client.GetAsync(path);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.True((await file.Content.ReadAsStringAsync()).Split('\n').Length > 20);
    }

    [Theory]
    [InlineData("203.0.113.7", "ip:203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "ip:203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "net:20010DB800010002")]
    [InlineData("2001:db8:1:2::99", "net:20010DB800010002")]
    [InlineData(null, "unknown")]
    public void Anonymous_clients_are_told_apart_by_where_they_call_from(string? address, string identity) =>
        Assert.Equal(identity, ClientIdentity.Of(new ClaimsPrincipal(new ClaimsIdentity()), address is null ? null : IPAddress.Parse(address)));

    [Fact]
    public void Users_are_told_apart_by_who_they_are()
    {
        static string Of(string scheme, string id) =>
            ClientIdentity.Of(new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", id)], scheme)), IPAddress.Loopback);

        Assert.Equal(3, new HashSet<string>([Of("Bearer", "a"), Of("Bearer", "b"), Of("ApiKey", "a")], StringComparer.Ordinal).Count);
        Assert.Equal(Of("Bearer", "a"), Of("Bearer", "a"));
    }

    [Fact]
    public async Task Behind_a_proxy_that_is_trusted_clients_are_told_apart_by_what_it_says()
    {
        await using var running = await HttpTests.StartAsync(("RateLimit:RequestsPerSecond", "1"), ("RateLimit:Burst", "1"));
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={hello}") { Headers = { { "X-Forwarded-For", $"203.0.113.{i}" } } };
            using var response = await running.Server.Client.SendAsync(request);
            codes.Add(response.StatusCode);
        }

        Assert.All(codes, code => Assert.Equal(HttpStatusCode.OK, code));
    }

    private static async Task<HttpResponseMessage> AskAsync(TestServer server, string query, CancellationToken cancellationToken) =>
        await server.Client.GetAsync($"/graphql?query={Uri.EscapeDataString(query)}", cancellationToken);
}
