using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NovaCorrente.Host.Requests.Admission;

namespace NovaCorrente.Host.Tests.Transports;

public sealed class HttpTests(TestServer server) : IClassFixture<TestServer>
{
    private const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json, text/plain, */*", Json)]
    [InlineData("application/graphql-response+json, */*", GraphQLResponse)]
    [InlineData("application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed", GraphQLResponse)]
    [InlineData("application/json, application/graphql-response+json", GraphQLResponse)]
    [InlineData("application/json, application/graphql-response+json;q=0.5", Json)]
    [InlineData("application/json, */*;q=0.1", Json)]
    [InlineData("application/graphql-response+json;q=0, application/json;q=0.2", Json)]
    [InlineData("application/json", Json)]
    public async Task The_media_type_follows_the_accept_header(string? accept, string contentType)
    {
        using var response = await server.QueryAsync("{ hello }", accept);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType!.ToString());
        Assert.Equal("""{"data":{"hello":"Olá, mundo!"}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_media_type_without_a_preference_can_be_chosen()
    {
        await using var modern = await StartAsync(("GraphQL:Http:DefaultFormat", "GraphQLResponse"));
        foreach (var accept in (string?[])[null, "*/*", "application/*"])
        {
            using var response = await modern.Server.QueryAsync("{ hello }", accept);
            Assert.Equal(GraphQLResponse, response.Content.Headers.ContentType!.ToString());
        }
    }

    [Theory]
    [InlineData("/graphql?query=%7Bhello%7D")]
    [InlineData("/graphql/?query=%7Bhello%7D")]
    [InlineData("/graphql?query=query%20A%7Bhello%7D%20query%20B%7Bnode%7Bname%7D%7D&operationName=A")]
    [InlineData("/graphql?query=query(%24n%3AString)%7Bhello(name%3A%24n)%7D&variables=%7B%22n%22%3A%22mundo%22%7D&extensions=%7B%7D")]
    public async Task A_query_may_come_in_the_query_string(string path)
    {
        using var response = await server.GetAsync(path);

        Assert.Equal("Olá, mundo!", (string?)(await response.JsonAsync())["data"]!["hello"]);
    }

    [Theory]
    [InlineData("mutation{increment}")]
    [InlineData("subscription{count}")]
    public async Task Only_queries_run_over_get(string query)
    {
        using var response = await server.GetAsync("/graphql?query=" + Uri.EscapeDataString(query));

        await response.ShouldBeRefusedAsync(HttpStatusCode.MethodNotAllowed, null, "The specified operation kind is not allowed.");
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task Other_methods_are_not_allowed(string method)
    {
        using var response = await server.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/graphql"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_get_that_asks_nothing_is_not_found()
    {
        using var response = await server.GetAsync("/graphql");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("", "HC0009", "The GraphQL request is empty.")]
    [InlineData("  \n", "HC0009", "The GraphQL request is empty.")]
    [InlineData("{", "HC0012", "Invalid JSON document.")]
    [InlineData("{\"query\":\"{hello}\"} x", "HC0012", "Invalid JSON document.")]
    [InlineData("{\"query\":\"\\ud800\"}", "HC0012", "Invalid JSON document.")]
    [InlineData("5", "HC0009", "Invalid GraphQL Request.")]
    [InlineData("null", "HC0009", "Invalid GraphQL Request.")]
    [InlineData("[{\"query\":\"{hello}\"}]", "HC0009", "Invalid GraphQL Request.")]
    [InlineData("[]", "HC0009", "Invalid GraphQL Request.")]
    [InlineData("{\"query\":5}", "HC0009", "Invalid GraphQL Request.")]
    [InlineData("{\"query\":\"{hello}\",\"variables\":\"x\"}", "HC0009", "Invalid GraphQL Request.")]
    [InlineData("{\"query\":\"{hello}\",\"variables\":[{}]}", "HC0009", "Invalid GraphQL Request.")]
    [InlineData("{\"query\":\"{hello}\",\"operationName\":{}}", "HC0009", "Invalid GraphQL Request.")]
    [InlineData("{\"query\":\"{hello}\",\"extensions\":7}", "HC0009", "Invalid GraphQL Request.")]
    [InlineData("{\"query\":\"{hello}\",\"surprise\":1}", "HC0009", "Invalid GraphQL Request.")]
    [InlineData("{}", "HC0013", "Either the parameter query or the parameter id has to be set.")]
    [InlineData("{\"query\":null}", "HC0013", "Either the parameter query or the parameter id has to be set.")]
    [InlineData("{\"query\":\"\"}", "HC0013", "Either the parameter query or the parameter id has to be set.")]
    [InlineData("{\"id\":\"../../etc\"}", null, "The operation id has an invalid format.")]
    public async Task An_unreadable_request_is_refused_whatever_the_media_type(string body, string? code, string message)
    {
        using var response = await server.PostAsync(body);
        await response.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, code, message);

        using var json = await server.PostAsync(body, "application/json");
        await json.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, code, message);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Another_content_type_is_unsupported(string contentType)
    {
        using var response = await server.PostAsync("""{"query":"{hello}"}""", contentType: contentType);

        await response.ShouldBeRefusedAsync(HttpStatusCode.UnsupportedMediaType, "HC0009", "Invalid GraphQL Request.");
    }

    [Fact]
    public async Task A_byte_order_mark_and_any_key_order_are_read()
    {
        using var response = await server.PostAsync("\uFEFF{\"variables\":{\"n\":\"B\"},\"onError\":null,\"query\":\"query($n:String){hello(name:$n)}\"}");

        Assert.Equal("Olá, B!", (string?)(await response.JsonAsync())["data"]!["hello"]);
    }

    [Fact]
    public async Task A_malformed_accept_header_is_told_so()
    {
        using var response = await server.QueryAsync("{hello}", "not a media type");

        var error = await response.ShouldBeRefusedAsync(
            HttpStatusCode.BadRequest, "HC0064", "Unable to parse the accept header value `not a media type`.");
        Assert.Equal("not a media type", (string?)error["extensions"]!["headerValue"]);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("image/png, application/xml")]
    [InlineData("application/json;q=0")]
    public async Task Nothing_acceptable_is_406(string accept)
    {
        using var response = await server.QueryAsync("{hello}", accept);

        await response.ShouldBeRefusedAsync(HttpStatusCode.NotAcceptable, "HC0063", "None of the `Accept` header values is supported.");
    }

    [Fact]
    public async Task A_subscription_needs_a_stream()
    {
        using var response = await server.QueryAsync("subscription{never}", "application/json");

        await response.ShouldBeRefusedAsync(HttpStatusCode.NotAcceptable, "HC0063", "None of the `Accept` header values is supported.");
        Assert.Equal(0, server.Schema.Sources.Subscribers);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_before_it_is_read()
    {
        await using var small = await StartAsync(("GraphQL:Http:MaxRequestSize", "10000"));
        var body = new JsonObject { ["query"] = "{hello}", ["variables"] = new JsonObject { ["pad"] = new string('x', 20_000) } }.ToJsonString();

        using var sized = await small.Server.PostAsync(body);
        await sized.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0010", "Max GraphQL request size reached.");

        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        using var chunked = await small.Server.Client.SendAsync(request);
        await chunked.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0010", "Max GraphQL request size reached.");
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_of_variables_is_served()
    {
        var body = new JsonObject
        {
            ["query"] = "query($n:String){hello(name:$n)}",
            ["variables"] = new JsonObject { ["n"] = new string('x', 10_000_000) },
        }.ToJsonString();

        using var response = await server.PostAsync(body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(10_000_006, ((string?)(await response.JsonAsync())["data"]!["hello"])!.Length);
    }

    [Fact]
    public async Task A_client_that_goes_away_stops_its_query()
    {
        var gate = (ExecutionGate)server.Services.GetService(typeof(ExecutionGate))!;
        using var impatient = new CancellationTokenSource();
        var asked = server.Client.PostAsync("/graphql", new StringContent("""{"query":"{slow}"}""", Encoding.UTF8, "application/json"), impatient.Token);
        await Eventually.TrueAsync(() => gate.Load.Executing == 1);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await Eventually.TrueAsync(() => gate.Load.Executing == 0);
    }

    internal static async Task<RunningServer> StartAsync(params (string Key, string Value)[] settings)
    {
        var running = new TestServer(settings);
        await running.InitializeAsync();
        return new RunningServer(running);
    }

    internal sealed class RunningServer(TestServer server) : IAsyncDisposable
    {
        public TestServer Server => server;

        public async ValueTask DisposeAsync() => await server.DisposeAsync();
    }
}
