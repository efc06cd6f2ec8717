using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Auth;

/// <summary>Which tokens count.</summary>
[Collection(SecuredHostCollection.Name)]
public sealed class TokenTests(SecuredHost host)
{
    private const string Query = "{ viewer { name roles } parts(first: 1) { totalCount } }";

    public static TheoryData<string, string> Refused => new()
    {
        { "expired", TestTokens.Of(Role.Admin, validFor: TimeSpan.FromMinutes(-1)) },
        { "without an end", TestTokens.Sign(Without(TestTokens.Claims(Role.Admin), "exp")) },
        { "not yet valid", TestTokens.Sign(With(TestTokens.Claims(Role.Admin, validFor: TimeSpan.FromDays(2)), "nbf", DateTimeOffset.UtcNow.AddDays(1).ToUnixTimeSeconds())) },
        { "signed with another secret", TestTokens.Sign(TestTokens.Claims(Role.Admin), secret: new string('x', 20) + "Kq8Zr5Tn2Wd7Lp3M") },
        { "signed with another algorithm", TestTokens.Sign(TestTokens.Claims(Role.Admin), TestTokens.Secret + TestTokens.Secret, "HS512") },
        { "named another algorithm", TestTokens.Sign(TestTokens.Claims(Role.Admin), algorithm: "HS256", header: new JsonObject { ["alg"] = "HS512" }) },
        { "not signed", TestTokens.Assemble(new JsonObject { ["alg"] = "none" }, TestTokens.Claims(Role.Admin), _ => []) },
        { "not signed, in capitals", TestTokens.Assemble(new JsonObject { ["alg"] = "NONE" }, TestTokens.Claims(Role.Admin), _ => []) },
        { "not signed, with a dot less", TestTokens.Assemble(new JsonObject { ["alg"] = "none" }, TestTokens.Claims(Role.Admin), _ => []).TrimEnd('.') },
        { "without an algorithm", TestTokens.Sign(TestTokens.Claims(Role.Admin), header: new JsonObject { ["typ"] = "JWT" }) },
        { "tampered with", Tampered() },
        { "cut off", TestTokens.Of(Role.Admin)[..^2] },
        { "no token", "admin" },
        { "dots", ".." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_token_that_does_not_count_is_never_taken_for_none(string what, string token)
    {
        foreach (var accept in (string[])["application/graphql-response+json", "application/json", "text/event-stream", "text/csv"])
        {
            using var response = await host.SendAsync(Query, token, accept);
            var text = await response.Content.ReadAsStringAsync();

            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{what}: {(int)response.StatusCode} {text}");
            var error = Assert.Single(JsonNode.Parse(text)!["errors"]!.AsArray());
            Assert.Equal(AccessErrors.NotAuthenticated, (string?)error!["extensions"]!["code"]);
            Assert.StartsWith("Bearer error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("IDX", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/graphql?query={__typename}")]
    [InlineData("/graphql/schema")]
    [InlineData("/graphql/persisted/abc")]
    public async Task Nor_is_it_anywhere_else(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", "x.y.z") } };
        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("Basic", "YTpi")]
    [InlineData("Bearer", "")]
    [InlineData("Negotiate", "x")]
    public async Task Another_scheme_is_refused(string scheme, string value)
    {
        using var response = await host.SendAsync(Query, request => request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {value}"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Two_proofs_are_one_too_many()
    {
        using var response = await host.SendAsync(Query, request =>
        {
            request.Headers.Authorization = new("Bearer", TestTokens.Of(Role.Viewer));
            request.Headers.Add("X-API-Key", "nova_x");
        });

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"roles":"ANALYST"}""", """["VIEWER","ANALYST"]""")]
    [InlineData("""{"roles":["offline_access","viewer","Operator"]}""", """["VIEWER","ANALYST","OPERATOR"]""")]
    [InlineData("""{"roles":["SUPERADMIN",7,null]}""", "[]")]
    [InlineData("""{"roles":{"ADMIN":true}}""", "[]")]
    [InlineData("""{"admin":true}""", "[]")]
    public async Task Roles_are_those_that_the_service_knows(string more, string roles)
    {
        var claims = JsonNode.Parse(more)!.AsObject();
        claims["exp"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds();
        claims["sub"] = "ana";

        using var response = await host.SendAsync(Query, TestTokens.Sign(claims));
        var answer = await response.JsonAsync();

        Assert.Equal(roles, answer["data"]!["viewer"]!["roles"]!.ToJsonString());
        Assert.Equal(roles == "[]" ? AccessErrors.NotAuthorized : null, (string?)answer["errors"]?[0]?["extensions"]?["code"]);
    }

    private static string Tampered()
    {
        var viewer = TestTokens.Of(Role.Viewer).Split('.');
        var admin = TestTokens.Of(Role.Admin).Split('.');
        return string.Join('.', viewer[0], admin[1], viewer[2]);
    }

    private static JsonObject With(JsonObject claims, string name, JsonNode value)
    {
        claims[name] = value;
        return claims;
    }

    private static JsonObject Without(JsonObject claims, string name)
    {
        claims.Remove(name);
        return claims;
    }
}
