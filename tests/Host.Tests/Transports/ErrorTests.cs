using System.Net;
using System.Text.Json.Nodes;

namespace NovaCorrente.Host.Tests.Transports;

public sealed class ErrorTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_syntax_error_tells_where()
    {
        using var response = await server.QueryAsync("{ hello ");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = (await response.JsonAsync())["errors"]![0]!;
        Assert.Equal("HC0011", (string?)error["extensions"]!["code"]);
        Assert.Equal(1, (int?)error["locations"]![0]!["line"]);
    }

    [Fact]
    public async Task An_unknown_field_has_the_words_and_helpers_of_the_contract()
    {
        using var response = await server.QueryAsync("{ node { alias: nope } }");

        var error = await response.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, null, "The field `nope` does not exist on the type `Node`.");
        Assert.Equal(
            """{"message":"The field `nope` does not exist on the type `Node`.","locations":[{"line":1,"column":10}],"extensions":{"type":"Node","field":"nope","responseName":"alias","specifiedBy":"https://spec.graphql.org/October2021/#sec-Field-Selections"}}""",
            error.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData("""{ match(where: { eq: "x", unit: "kg" }) }""", "The specified value type of field `eq` does not match the field type.", "fieldType", "Int")]
    [InlineData("""{ match(where: { eq: 1 }) }""", "`unit` is a required field and cannot be null.", "type", "Filter")]
    [InlineData("""{ match(where: { eq: 1, unit: null }) }""", "The specified value type of field `unit` does not match the field type.", "fieldType", "String!")]
    [InlineData("""{ match(where: { nope: 1, unit: "kg" }) }""", "The specified input object field `nope` does not exist.", "type", "Filter")]
    [InlineData("""{ match(where: 5) }""", "The specified argument value does not match the argument type.", "argument", "where")]
    [InlineData("""{ hello(name: 5) }""", "The specified argument value does not match the argument type.", "requestedType", "String")]
    public async Task A_wrong_literal_is_told_at_its_innermost_place(string query, string message, string helper, string value)
    {
        using var response = await server.QueryAsync(query);

        var error = await response.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, null, message);
        Assert.Equal(value, (string?)error["extensions"]![helper]);
    }

    [Fact]
    public async Task Validation_is_200_for_plain_json()
    {
        using var response = await server.QueryAsync("{ nope }", "application/json");

        await response.ShouldBeRefusedAsync(HttpStatusCode.OK, null, "The field `nope` does not exist on the type `Query`.");
    }

    [Fact]
    public async Task At_most_five_validation_errors_are_listed()
    {
        using var response = await server.QueryAsync("{ a b c d e f g h }");

        Assert.Equal(5, (await response.JsonAsync())["errors"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_unexpected_exception_tells_nothing_of_the_insides()
    {
        using var response = await server.QueryAsync("{ fail hello }");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            """{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":3}],"path":["fail"]}],"data":{"fail":null,"hello":"Olá, mundo!"}}""",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_chosen_error_keeps_its_code_and_extensions()
    {
        using var response = await server.QueryAsync("{ refuse }");

        Assert.Equal(
            """{"errors":[{"message":"Not this one.","locations":[{"line":1,"column":3}],"path":["refuse"],"extensions":{"code":"HC0051","requestedItems":99}}],"data":{"refuse":null}}""",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Null_in_a_non_null_field_is_HC0018_and_propagates()
    {
        using var response = await server.QueryAsync("{ hole }");

        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field.","locations":[{"line":1,"column":3}],"path":["hole"],"extensions":{"code":"HC0018"}}],"data":null}""",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"query":"query($n:Int!){big(size:$n)}"}""")]
    [InlineData("""{"query":"query($n:Int!){big(size:$n)}","variables":{"n":null}}""")]
    [InlineData("""{"query":"query($n:Int!){big(size:$n)}","variables":{"n":"x"}}""")]
    [InlineData("""{"query":"query($n:Int!){big(size:$n)}","variables":{"n":99999999999999999999999999}}""")]
    public async Task A_wrong_variable_is_HC0016(string body)
    {
        using var response = await server.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var json = await response.JsonAsync();
        Assert.False(json.AsObject().ContainsKey("data"));
        Assert.Equal("HC0016", (string?)json["errors"]![0]!["extensions"]!["code"]);
    }

    [Theory]
    [InlineData("query A{hello} query B{hello}", null)]
    [InlineData("query A{hello} query B{hello}", "C")]
    [InlineData("fragment F on Query{hello}", null)]
    public async Task An_operation_that_cannot_be_chosen_is_refused(string query, string? name)
    {
        using var response = await server.PostAsync(new JsonObject { ["query"] = query, ["operationName"] = name }.ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False((await response.JsonAsync()).AsObject().ContainsKey("data"));
    }

    [Fact]
    public async Task Depth_is_limited_fragments_included_and_introspection_not_counted()
    {
        await using var shallow = await HttpTests.StartAsync(("GraphQL:MaxExecutionDepth", "3"));

        using var deep = await shallow.Server.QueryAsync("{ node { ...F } } fragment F on Node { self { self { name } } }");
        var error = await deep.ShouldBeRefusedAsync(
            HttpStatusCode.BadRequest, null, "The GraphQL document has an execution depth of 4 which exceeds the max allowed execution depth of 3.");
        Assert.Equal(3, (int?)error["extensions"]!["allowedExecutionDepth"]);
        Assert.Equal(4, (int?)error["extensions"]!["detectedExecutionDepth"]);

        using var fits = await shallow.Server.QueryAsync("{ node { self { name } } __schema { types { fields { type { ofType { name } } } } } }");
        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
    }

    [Fact]
    public async Task Introspection_can_be_refused()
    {
        await using var closed = await HttpTests.StartAsync(("GraphQL:AllowIntrospection", "false"));

        using var refused = await closed.Server.QueryAsync("{ __schema { queryType { name } } }");
        await refused.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0046", "Introspection is not allowed for the current request.");
        using var allowed = await closed.Server.QueryAsync("{ __typename }");
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task A_query_past_its_time_is_HC0045()
    {
        await using var hasty = await HttpTests.StartAsync(("GraphQL:ExecutionTimeout", "00:00:00.200"));

        using var response = await hasty.Server.QueryAsync("{ slow }");

        await response.ShouldBeRefusedAsync(HttpStatusCode.InternalServerError, "HC0045", "The request exceeded the configured timeout of `00:00:00.2000000`.");
    }

    private static readonly Dictionary<string, Func<string>> _monsters = new()
    {
        ["200,000 fields"] = () => "{" + string.Join(' ', Enumerable.Range(0, 200_000).Select(i => $"a{i}:hello")) + "}",
        ["20,000 levels"] = () => "{" + string.Concat(Enumerable.Repeat("node{", 20_000)) + "name" + new string('}', 20_001),
        ["a chain of 50,000 fragments"] = () => "{...F0}"
            + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"fragment F{i} on Query{{...F{i + 1}}}")) + "fragment F50000 on Query{hello}",
        ["50,000 directives"] = () => "{hello " + string.Concat(Enumerable.Repeat("@skip(if:false)", 50_000)) + "}",
        ["100,000 nested lists"] = () => "{hello(name:" + new string('[', 100_000) + new string(']', 100_000) + ")}",
        ["5 MB of braces"] = () => new string('{', 5_000_000),
        ["10 MB of comment in a document that is not closed"] = () => "{ __typename #" + new string('x', 10_000_000) + "}",
        ["50,000 characters with an error at their end"] = () => "{ __typename " + new string(' ', 49_900) + "\"}",
        ["a cycle of fragments"] = () => "{...A} fragment A on Query{...B} fragment B on Query{...A}",
        ["2,000 fields that may conflict"] = () => "{" + string.Concat(Enumerable.Repeat("a:hello ", 2_000)) + "nope}",
    };

    public static TheoryData<string> Monsters => [.. _monsters.Keys];

    [Theory]
    [MemberData(nameof(Monsters))]
    public async Task A_monstrous_document_is_refused_and_the_server_lives_on(string monster)
    {
        using var response = await server.QueryAsync(_monsters[monster]());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty((await response.JsonAsync())["errors"]!.AsArray());

        using var next = await server.QueryAsync("{ hello }");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }
}
