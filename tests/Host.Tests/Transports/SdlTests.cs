using System.Net;
using System.Net.Http.Headers;

namespace NovaCorrente.Host.Tests.Transports;

public sealed class SdlTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("/graphql?sdl")]
    [InlineData("/graphql?SDL")]
    [InlineData("/graphql/schema")]
    [InlineData("/graphql/schema/")]
    [InlineData("/graphql/schema.graphql")]
    [InlineData("/graphql/sdl")]
    public async Task The_schema_is_a_file(string path)
    {
        using var response = await server.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/graphql; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=\"schema.graphql\"", response.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("public, must-revalidate, max-age=3600", response.Headers.CacheControl!.ToString());
        Assert.NotNull(response.Content.Headers.LastModified);
        Assert.Contains("type Query", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_tag_is_not_sent_again()
    {
        using var first = await server.GetAsync("/graphql/schema");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var again = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

        using var stale = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema") { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"x\"") } } };
        using var fresh = await server.Client.SendAsync(stale);
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
    }

    [Fact]
    public async Task Single_types_can_be_asked_for()
    {
        using var one = await server.GetAsync("/graphql?sdl&types=Node");
        Assert.Equal("Node.graphql", one.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        var text = await one.Content.ReadAsStringAsync();
        Assert.Contains("type Node", text, StringComparison.Ordinal);
        Assert.DoesNotContain("type Query", text, StringComparison.Ordinal);

        using var two = await server.GetAsync("/graphql?sdl&types=Node,Filter");
        Assert.Equal("types.graphql", two.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Contains("input Filter", await two.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest, "HC0058", "The specified types argument is empty.")]
    [InlineData("%20,", HttpStatusCode.BadRequest, "HC0058", "The specified types argument is empty.")]
    [InlineData("a-b", HttpStatusCode.BadRequest, "HC0059", "The type name is invalid.")]
    [InlineData("Node,Nope", HttpStatusCode.NotFound, "HC0060", "The type `Nope` does not exist.")]
    public async Task A_wrong_list_of_types_is_refused(string types, HttpStatusCode status, string code, string message)
    {
        using var response = await server.GetAsync("/graphql?sdl&types=" + types);

        await response.ShouldBeRefusedAsync(status, code, message);
    }

    [Theory]
    [InlineData("GraphQL:Http:EnableSchemaRequests")]
    [InlineData("GraphQL:Http:EnableSchemaFileSupport")]
    public async Task The_download_can_be_switched_off(string setting)
    {
        await using var closed = await HttpTests.StartAsync((setting, "false"));

        using var response = await closed.Server.GetAsync("/graphql/schema");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
