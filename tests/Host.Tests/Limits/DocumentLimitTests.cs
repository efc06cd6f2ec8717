using System.Net;
using NovaCorrente.Host.Requests.Documents;
using NovaCorrente.Host.Tests.Transports;

namespace NovaCorrente.Host.Tests.Limits;

public sealed class DocumentLimitTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("{ node { self { self { self { self { name } } } } } }")]
    [InlineData("{ node { self { ...F } } } fragment F on Node { self { self { ...G } } } fragment G on Node { self { name } }")]
    [InlineData("{ node { ... { self { ... on Node { self { self { self { name } } } } } } } }")]
    public async Task A_document_that_goes_round_in_circles_is_HC0087(string query)
    {
        using var response = await server.QueryAsync(query);

        var error = await response.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0087", "Maximum allowed coordinate cycle depth was exceeded.");
        Assert.Equal("Node.self", (string?)error["extensions"]!["coordinate"]);
    }

    [Fact]
    public async Task Three_times_round_is_allowed_on_each_path()
    {
        using var response = await server.QueryAsync("{ node { self { self { self { name } } } b: self { self { self { name } } } } }");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("{ __schema { types { fields { type { fields { name } } } } } }", "__Type.fields")]
    [InlineData("""{ __type(name: "Node") { fields { type { fields { name } } } } }""", "__Type.fields")]
    public async Task Introspection_that_multiplies_is_HC0086(string query, string coordinate)
    {
        using var response = await server.QueryAsync(query);

        var error = await response.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0086", "Maximum allowed introspection depth exceeded.");
        Assert.Equal(coordinate, (string?)error["extensions"]!["coordinate"]);
    }

    [Fact]
    public async Task Types_unwrap_as_deep_as_tools_ask()
    {
        static string Types(int depth) => depth == 0 ? "name" : $"name ofType {{ {Types(depth - 1)} }}";

        using var deep = await server.QueryAsync($"{{ __schema {{ types {{ fields {{ args {{ type {{ {Types(16)} }} }} type {{ {Types(16)} }} }} inputFields {{ type {{ name }} }} }} }} }}");
        Assert.Equal(HttpStatusCode.OK, deep.StatusCode);
        using var deeper = await server.QueryAsync($"{{ __schema {{ types {{ fields {{ type {{ {Types(17)} }} }} }} }} }}");
        await deeper.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0086", "Maximum allowed introspection depth exceeded.");
    }

    [Fact]
    public async Task Root_fields_are_counted_through_fragments()
    {
        await using var running = await HttpTests.StartAsync(("GraphQL:MaxRootFields", "3"));

        using var fits = await running.Server.QueryAsync("{ a: hello ...F } fragment F on Query { b: hello c: hello a: hello }");
        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        using var refused = await running.Server.QueryAsync("{ a: hello ...F } fragment F on Query { b: hello ... { c: hello d: hello } }");
        var error = await refused.ShouldBeRefusedAsync(
            HttpStatusCode.BadRequest, null, "The operation selects 4 root fields, which exceeds the max allowed 3 root fields.");
        Assert.Equal(4, (int?)error["extensions"]!["detectedRootFields"]);
    }

    [Theory]
    [InlineData("GraphQL:MaxAliases", "1", "{ node { a: name b: name } }", "more than 1 aliases")]
    [InlineData("GraphQL:MaxTokens", "10", "{ node { name name name name name name name } }", "more than 10 tokens")]
    [InlineData("GraphQL:MaxDirectivesPerLocation", "1", "{ hello @skip(if: false) @include(if: true) }", "more than 1 directives")]
    [InlineData("GraphQL:MaxFields", "2", "{ node { a: name b: name } }", "more than 2 fields")]
    [InlineData("GraphQL:MaxFragments", "0", "{ ...F } fragment F on Query { hello }", "more than 0 fragments")]
    public async Task Sizes_of_a_document_are_limited(string setting, string value, string query, string message)
    {
        await using var running = await HttpTests.StartAsync((setting, value));

        using var response = await running.Server.QueryAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = Assert.Single((await response.JsonAsync())["errors"]!.AsArray())!;
        Assert.Contains(message, (string?)error["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(" ,\t\r\n\uFEFF# a { comment }\n#", 0)]
    [InlineData("{ hello }", 3)]
    [InlineData("query A($n:Int=-1){x(a:$n,b:[1.5e3 \"a{b\\\"c\" \"\"\"d { \" e\"\"\"])...F}", 31)]
    [InlineData("\"never closed", 1)]
    [InlineData("\"never closed\n{", 2)]
    [InlineData("\"\"\"never closed {", 1)]
    public void Tokens_are_counted_signs_and_points_of_numbers_apart(string text, int count) => Assert.Equal(count, TokenCount.Of(text));

    [Fact]
    public async Task Get_can_be_closed_to_requests_that_a_foreign_page_could_make()
    {
        await using var running = await HttpTests.StartAsync(("GraphQL:Http:EnforceGetRequestsPreflightHeader", "true"));

        using var plain = await running.Server.GetAsync("/graphql?query=%7Bhello%7D");
        Assert.Equal(HttpStatusCode.NotFound, plain.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Bhello%7D") { Headers = { { "GraphQL-Preflight", "1" } } };
        using var preflighted = await running.Server.Client.SendAsync(request);
        Assert.Equal("Olá, mundo!", (string?)(await preflighted.JsonAsync())["data"]!["hello"]);
    }

    [Fact]
    public async Task Only_stored_documents_run_where_that_is_asked()
    {
        await using var running = await HttpTests.StartAsync(("PersistedOperations:OnlyAllowPersistedDocuments", "true"));

        using var refused = await running.Server.QueryAsync("{ hello }");

        await refused.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0067", "Only persisted operations are allowed.");
    }

    [Fact]
    public async Task Introspection_is_off_outside_of_development()
    {
        await using var production = new RunningGold();
        await production.StartAsync();
        await using var open = new RunningGold("--GraphQL:AllowIntrospection=true");
        await open.StartAsync();

        using var refused = await production.Gold.QueryAsync("{ __schema { queryType { name } } }");
        await refused.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0046", "Introspection is not allowed for the current request.");
        using var allowed = await open.Gold.QueryAsync("{ __schema { queryType { name } } }");
        Assert.Equal("Query", (string?)(await allowed.JsonAsync())["data"]!["__schema"]!["queryType"]!["name"]);
        Assert.Contains("type Query", await production.Gold.Client.GetStringAsync("/graphql/schema"), StringComparison.Ordinal);
    }
}
