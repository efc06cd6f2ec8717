using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace NovaCorrente.Host.Tests.Transports;

public sealed class StreamTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Two = "subscription{count(to:2)}";

    [Theory]
    [InlineData(null)]
    [InlineData("text/event-stream")]
    [InlineData("application/graphql-response+json, text/event-stream, multipart/mixed")]
    public async Task A_subscription_streams_as_events(string? accept)
    {
        using var response = await server.QueryAsync(Two, accept);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.True(response.Headers.CacheControl!.NoCache);
        Assert.Equal(
            ":\n\nevent: next\ndata: {\"data\":{\"count\":1}}\n\nevent: next\ndata: {\"data\":{\"count\":2}}\n\nevent: complete\ndata:\n\n",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_subscription_streams_as_parts()
    {
        using var response = await server.QueryAsync(Two, "multipart/mixed");

        Assert.Equal("multipart/mixed; boundary=\"-\"", response.Content.Headers.ContentType!.ToString());
        const string Head = "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n";
        Assert.Equal(
            Head + "{\"data\":{\"count\":1}}" + Head + "{\"data\":{\"count\":2}}" + "\r\n-----\r\n",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("application/jsonl")]
    [InlineData("application/graphql-response+jsonl")]
    public async Task A_subscription_streams_as_lines(string accept)
    {
        using var response = await server.QueryAsync(Two, accept);

        Assert.Equal(accept + "; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("{\"data\":{\"count\":1}}\n{\"data\":{\"count\":2}}\n", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("text/event-stream", ":\n\nevent: next\ndata: {\"data\":{\"hello\":\"Olá, mundo!\"}}\n\nevent: complete\ndata:\n\n")]
    [InlineData("application/jsonl", "{\"data\":{\"hello\":\"Olá, mundo!\"}}\n")]
    public async Task A_query_can_be_a_stream_of_one(string accept, string body)
    {
        using var response = await server.QueryAsync("{hello}", accept);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_idle_stream_has_a_heartbeat_and_leaving_it_unsubscribes()
    {
        await using var lively = await HttpTests.StartAsync(("GraphQL:Http:Heartbeat", "00:00:00.100"));
        var response = await lively.Server.QueryAsync("subscription{never}", "text/event-stream");
        await using var body = await response.Content.ReadAsStreamAsync();
        var read = new byte[9];

        await body.ReadExactlyAsync(read).AsTask().WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(":\n\n:\n\n:\n\n", Encoding.UTF8.GetString(read));
        Assert.Equal(1, lively.Server.Schema.Sources.Subscribers);

        response.Dispose();
        await Eventually.TrueAsync(() => lively.Server.Schema.Sources.Subscribers == 0);
    }

    [Fact]
    public async Task A_reader_that_does_not_read_is_cut_off()
    {
        await using var own = await HttpTests.StartAsync(("GraphQL:Http:SubscriptionBacklog", "32"));
        var asked = own.Server.QueryAsync("subscription{flood(size:100000)}", "text/event-stream");

        // Not a single read: the server fills its queue and gives up.
        await Eventually.TrueAsync(() => own.Server.Schema.FloodsLeft == 1);

        // A reset throws away what the client has not taken yet, on a busy machine even the head of the answer.
        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            using var response = await asked;
            await response.Content.ReadAsStringAsync();
        });
    }

    [Fact]
    public async Task A_shutdown_ends_streams_at_once()
    {
        // A stream that is not ended holds the shutdown up for that long.
        var own = new TestServer(("Server:ShutdownTimeout", "00:10:00"));
        await own.InitializeAsync();
        using var response = await own.QueryAsync("subscription{never}", "text/event-stream");
        var reading = response.Content.ReadAsStringAsync();

        await own.StopAsync().WaitAsync(TimeSpan.FromMinutes(2));

        // No event says that the subscription is complete: it is not, and the client shall subscribe again elsewhere.
        Assert.Equal(":\n\n", await reading);
        Assert.Equal(0, own.Schema.Sources.Subscribers);
        await own.DisposeAsync();
    }

    [Fact]
    public async Task A_batch_of_requests_answers_in_order_with_indexes()
    {
        await using var batching = await HttpTests.StartAsync(("GraphQL:Http:Batching", "All"));
        var body = """
            [
              {"query":"{hello}"},
              {"query":"{nope}"},
              {"query":"query($n:String){hello(name:$n)}","variables":[{"n":"a"},{"n":"b"}]},
              {"query":"subscription{count}"}
            ]
            """;

        using var response = await batching.Server.PostAsync(body, "application/jsonl");

        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.Equal("""{"requestIndex":0,"data":{"hello":"Olá, mundo!"}}""", lines[0]);
        Assert.StartsWith("""{"requestIndex":1,"errors":[""", lines[1], StringComparison.Ordinal);
        Assert.Equal("""{"requestIndex":2,"variableIndex":0,"data":{"hello":"Olá, a!"}}""", lines[2]);
        Assert.Equal("""{"requestIndex":2,"variableIndex":1,"data":{"hello":"Olá, b!"}}""", lines[3]);
        Assert.StartsWith("""{"requestIndex":3,"errors":[""", lines[4], StringComparison.Ordinal);

        using var multipart = await batching.Server.PostAsync(body, accept: null);
        Assert.Equal("multipart/mixed; boundary=\"-\"", multipart.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Operations_of_one_document_can_be_batched()
    {
        await using var batching = await HttpTests.StartAsync(("GraphQL:Http:Batching", "Requests"));

        using var response = await batching.Server.PostAsync(
            """{"query":"query A{hello} query B{big(size:2)}"}""", "application/jsonl", path: "/graphql?batchOperations=[B,A]");

        Assert.Equal(
            "{\"requestIndex\":0,\"data\":{\"big\":\"xx\"}}\n{\"requestIndex\":1,\"data\":{\"hello\":\"Olá, mundo!\"}}\n",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("[]", "The GraphQL batch request has no elements.")]
    [InlineData("""[{"query":"{hello}","variables":[]}]""", "The GraphQL batch request has no elements.")]
    [InlineData("""[{"query":"{hello}"},{"query":"{hello}"},{"query":"{hello}"}]""", "The batch size exceeds the maximum allowed batch size of 2.")]
    [InlineData("""[{"query":"{hello}","variables":[{},{},{}]}]""", "The batch size exceeds the maximum allowed batch size of 2.")]
    public async Task A_batch_of_the_wrong_size_is_refused(string body, string message)
    {
        await using var batching = await HttpTests.StartAsync(("GraphQL:Http:Batching", "All"), ("GraphQL:Http:MaxBatchSize", "2"));

        using var response = await batching.Server.PostAsync(body, "application/jsonl");

        await response.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0009", message);
    }

    [Theory]
    [InlineData("/graphql?batchOperations=[A]")]
    [InlineData("/graphql?batchOperations=A")]
    public async Task Batching_is_off_by_default(string path)
    {
        using var response = await server.PostAsync(new JsonObject { ["query"] = "query A{hello}" }.ToJsonString(), path: path);

        await response.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0009", "Invalid GraphQL Request.");
    }
}
