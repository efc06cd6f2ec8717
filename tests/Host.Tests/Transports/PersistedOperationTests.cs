using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Host.Requests.Persisted;

namespace NovaCorrente.Host.Tests.Transports;

public sealed class PersistedOperationTests
{
    private const string Query = "query Greet($n:String){hello(name:$n)}";
    private static readonly string _hash = OperationDocumentResolver.Hash(Query);

    [Fact]
    public async Task A_client_registers_once_and_then_sends_the_hash_alone()
    {
        await using var running = await HttpTests.StartAsync();
        var server = running.Server;

        using var miss = await server.PostAsync(ByHash(_hash));
        await miss.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0020", "PersistedQueryNotFound");

        using var registration = await server.PostAsync(ByHash(_hash, Query));
        Assert.Equal(
            "{\"data\":{\"hello\":\"Olá, mundo!\"},\"extensions\":{\"persistedQuery\":{\"sha256Hash\":\"" + _hash + "\",\"persisted\":true}}}",
            await registration.Content.ReadAsStringAsync());

        using var hit = await server.PostAsync(ByHash(_hash));
        Assert.Equal("""{"data":{"hello":"Olá, mundo!"}}""", await hit.Content.ReadAsStringAsync());

        using var get = await server.GetAsync(
            $$$"""/graphql?extensions={"persistedQuery":{"version":1,"sha256Hash":"{{{_hash}}}"}}&variables={"n":"get"}""");
        Assert.Equal("""{"data":{"hello":"Olá, get!"}}""", await get.Content.ReadAsStringAsync());

        using var byId = await server.PostAsync(new JsonObject { ["id"] = _hash }.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, byId.StatusCode);
    }

    [Fact]
    public async Task A_wrong_hash_executes_and_stores_nothing()
    {
        await using var running = await HttpTests.StartAsync();

        using var response = await running.Server.PostAsync(ByHash("abc", Query));
        var receipt = (await response.JsonAsync())["extensions"]!["persistedQuery"]!;
        Assert.Equal(
            "{\"sha256Hash\":\"abc\",\"persisted\":false,\"expectedHashValue\":\"" + _hash + "\",\"expectedHashType\":\"sha256Hash\",\"expectedHashFormat\":\"Hex\"}",
            receipt.ToJsonString());

        foreach (var hash in (string[])["abc", _hash])
        {
            using var next = await running.Server.PostAsync(ByHash(hash));
            await next.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0020", "PersistedQueryNotFound");
        }
    }

    [Fact]
    public async Task An_invalid_document_is_not_stored()
    {
        await using var running = await HttpTests.StartAsync();
        var hash = OperationDocumentResolver.Hash("{nope}");

        using var refused = await running.Server.PostAsync(ByHash(hash, "{nope}"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        using var next = await running.Server.PostAsync(ByHash(hash));
        await next.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0020", "PersistedQueryNotFound");
    }

    [Fact]
    public async Task Trusted_documents_have_routes_of_their_own()
    {
        await using var running = await HttpTests.StartAsync(("PersistedOperations:Automatic", "false"));
        var server = running.Server;
        await server.Services.GetRequiredService<IOperationDocumentStorage>().SaveAsync("greet-1", Query, CancellationToken.None);

        using var get = await server.GetAsync("""/graphql/persisted/greet-1?variables={"n":"a"}""");
        Assert.Equal("""{"data":{"hello":"Olá, a!"}}""", await get.Content.ReadAsStringAsync());
        using var named = await server.GetAsync("/graphql/persisted/greet-1/Greet");
        Assert.Equal(HttpStatusCode.OK, named.StatusCode);
        using var post = await server.PostAsync("""{"variables":{"n":"b"}}""", path: "/graphql/persisted/greet-1");
        Assert.Equal("""{"data":{"hello":"Olá, b!"}}""", await post.Content.ReadAsStringAsync());
        using var plain = await server.GetAsync("/graphql?id=greet-1");
        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);

        using var unknown = await server.GetAsync("/graphql/persisted/other");
        var error = await unknown.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0020", "The specified persisted operation key is invalid.");
        Assert.Equal("other", (string?)error["extensions"]!["requestedKey"]);
        using var hash = await server.PostAsync(ByHash("abc"));
        await hash.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0020", "The specified persisted operation key is invalid.");

        using var smuggled = await server.PostAsync("""{"query":"{big(size:1)}"}""", path: "/graphql/persisted/greet-1");
        await smuggled.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0009", "Invalid GraphQL Request.");
        using var nameless = await server.GetAsync("/graphql/persisted/greet-1?requireOperationName=true");
        await nameless.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, null, "The operation name is required.");
    }

    [Theory]
    [InlineData(false, HttpStatusCode.BadRequest)]
    [InlineData(true, HttpStatusCode.OK)]
    public async Task Other_documents_can_be_forbidden(bool allowBody, HttpStatusCode storedText)
    {
        await using var running = await HttpTests.StartAsync(
            ("PersistedOperations:OnlyAllowPersistedDocuments", "true"), ("PersistedOperations:AllowDocumentBody", allowBody.ToString()));
        await running.Server.Services.GetRequiredService<IOperationDocumentStorage>().SaveAsync(_hash, Query, CancellationToken.None);

        using var stored = await running.Server.QueryAsync(Query);
        Assert.Equal(storedText, stored.StatusCode);
        using var byId = await running.Server.PostAsync(new JsonObject { ["id"] = _hash }.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, byId.StatusCode);

        foreach (var body in (string[])[new JsonObject { ["query"] = "{hello}" }.ToJsonString(), ByHash(OperationDocumentResolver.Hash("{hello}"), "{hello}")])
        {
            using var other = await running.Server.PostAsync(body);
            await other.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0067", "Only persisted operations are allowed.");
        }
    }

    private static string ByHash(string hash, string? query = null)
    {
        var body = new JsonObject
        {
            ["extensions"] = new JsonObject { ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = hash } },
        };
        if (query is not null)
        {
            body["query"] = query;
        }

        return body.ToJsonString();
    }
}
