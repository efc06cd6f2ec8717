using System.Net;
using System.Net.Http.Headers;
using GraphQL.Types;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Auth;

/// <summary>What each role may ask for, over HTTP.</summary>
[Collection(SecuredHostCollection.Name)]
public sealed class RoleTests(SecuredHost host)
{
    private const string Refusal = "The current user is not authorized to access this resource.";

    public static TheoryData<string, Role> Fields => new()
    {
        { "{ field: parts(first: 1) { nodes { partCode } } }", Role.Viewer },
        { "{ field: part(partCode: \"nothing\") { name } }", Role.Viewer },
        { "{ field: purchaseLinesAggregate { nodes { count } } }", Role.Viewer },
        { "{ field: search(text: \"cabo\") { totalCount } }", Role.Viewer },
        { "{ field: goldSnapshot { number run { state durationMs failedChecks } } }", Role.Viewer },
        { "{ field: pipelineRuns(first: 1) { nodes { state startedAt } } }", Role.Viewer },
        { "query($at: ID = null) { field: parts(first: 1, asOf: $at) { totalCount } }", Role.Viewer },
        { "query($at: ID = \"2999-01-01T00:00:00Z\") { field: parts(first: 1, asOf: $at) { totalCount } }", Role.Analyst },
        { "{ field: parts(first: 1, asOf: \"2999-01-01T00:00:00Z\") { totalCount } }", Role.Analyst },
        { "{ field: goldDiff(table: PART, from: \"2999-01-01T00:00:00Z\") { totalCount } }", Role.Analyst },
        { "{ field: pipelineRuns(first: 1) { nodes { requestedBy } } }", Role.Operator },
        { "{ field: pipelineRuns(first: 1) { nodes { reason } } }", Role.Operator },
        { "{ field: pipelineRuns(where: { reason: { startsWith: \"x\" } }) { totalCount } }", Role.Operator },
        { "{ field: pipelineRuns(order: { requestedBy: ASC }) { nodes { id } } }", Role.Operator },
        { "{ field: pipelineRuns(where: { steps: { some: { name: { eq: \"x\" } } } }) { totalCount } }", Role.Operator },
        { "{ field: pipelineRuns(first: 1) { nodes { steps { totalCount } } } }", Role.Operator },
        { "{ field: pipelineRuns(first: 1) { nodes { quarantine(first: 1) { nodes { rows } } } } }", Role.Operator },
        { "{ field: goldSnapshots(first: 1) { nodes { run { checks { totalCount } } } } }", Role.Operator },
        { "{ field: goldSnapshots(where: { run: { reason: { eq: null } } }) { totalCount } }", Role.Operator },
        { "{ field: pipelineSteps(first: 1) { totalCount } }", Role.Operator },
        { "{ field: pipelineChecks(first: 1) { totalCount } }", Role.Operator },
        { "{ field: quarantineCounts(first: 1) { totalCount } }", Role.Operator },
        { "{ field: schedules(first: 1) { totalCount } }", Role.Operator },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_is_for_its_role_and_those_above(string query, Role least)
    {
        foreach (var role in (Role?[])[null, .. Enum.GetValues<Role>()])
        {
            using var response = await host.SendAsync(query, role is { } known ? TestTokens.Of(known) : null);
            var answer = await response.JsonAsync();
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var code = (string?)answer["errors"]?[0]?["extensions"]?["code"];
            if (role >= least)
            {
                Assert.DoesNotContain(code, (string?[])[AccessErrors.NotAuthenticated, AccessErrors.NotAuthorized]);
                continue;
            }

            Assert.Equal(role is null ? AccessErrors.NotAuthenticated : AccessErrors.NotAuthorized, code);
            Assert.Equal(Refusal, (string?)answer["errors"]![0]!["message"]);
            Assert.Equal("field", (string?)answer["errors"]![0]!["path"]![0]);
            Assert.True(answer["data"]!.AsObject().ContainsKey("field"));
            Assert.Null(answer["data"]!["field"]);
        }
    }

    [Fact]
    public async Task Fields_beside_a_refused_one_are_answered()
    {
        var answer = await host.AskAsync("{ parts(first: 1) { nodes { partCode } } pipelineSteps(first: 1) { totalCount } }", Role.Viewer);

        Assert.Single(answer["data"]!["parts"]!["nodes"]!.AsArray());
        Assert.Null(answer["data"]!["pipelineSteps"]);
        Assert.Single(answer["errors"]!.AsArray());
    }

    [Fact]
    public async Task A_plan_of_one_role_does_not_serve_another()
    {
        const string query = "{ pipelineRuns(first: 1) { nodes { reason } } suppliers(first: 50, where: { kind: { eq: INDIVIDUAL } }) { nodes { displayName } } }";

        foreach (var role in (Role[])[Role.Operator, Role.Viewer, Role.Operator, Role.Analyst])
        {
            var answer = await host.AskAsync(query, role);
            Assert.Equal(role < Role.Operator, answer["errors"] is not null);
            Assert.Equal(role < Role.Analyst, (string?)answer["data"]!["suppliers"]!["nodes"]![0]!["displayName"] == "***");
        }
    }

    [Theory]
    [InlineData("mutation { runPipeline(input: {}) { pipelineRun { id } errors { __typename } } }", Role.Operator)]
    [InlineData("mutation { rollbackGold(input: { snapshotId: \"20200101T000000Z-0a0b0c0d\" }) { errors { __typename } } }", Role.Admin)]
    public async Task A_mutation_is_for_its_role_and_those_above(string mutation, Role least)
    {
        foreach (var role in (Role?[])[null, .. Enum.GetValues<Role>()])
        {
            var answer = await host.AskAsync(mutation, role);

            Assert.Equal(role >= least, answer["data"] is not null);
            Assert.Equal(
                role >= least ? null : role is null ? AccessErrors.NotAuthenticated : AccessErrors.NotAuthorized,
                (string?)answer["errors"]?[0]?["extensions"]?["code"]);
        }
    }

    [Fact]
    public void Whatever_needs_a_role_is_tried_here()
    {
        var tried = Fields.Select(row => (string)row[0]).ToList();
        var needing = host.Schema.AllTypes.OfType<IComplexGraphType>()
            .SelectMany(type => type.Fields.SelectMany(field => (field.Arguments ?? []).Select(it => (it.Name, it.Description)).Prepend((field.Name, field.Description))))
            .Where(it => it.Description?.Contains("Needs the role ", StringComparison.Ordinal) ?? false)
            .Select(it => it.Name)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.Equal([], needing.Except(["runPipeline", "rollbackGold"]).Where(name => !tried.Any(query => query.Contains(name, StringComparison.Ordinal))));
        Assert.True(needing.Count >= 8, string.Join(' ', needing));
    }

    [Fact]
    public async Task A_run_knows_who_wanted_it()
    {
        string? requestedBy = null;

        // A run that another test began may be under way.
        await Eventually.TrueAsync(async () =>
        {
            var answer = await host.AskAsync("mutation { runPipeline(input: {}) { pipelineRun { requestedBy } errors { __typename } } }", Role.Operator);
            Assert.Null(answer["errors"]);
            var payload = answer["data"]!["runPipeline"]!;
            Assert.Equal(payload["pipelineRun"] is null ? "RunInProgressError" : null, (string?)payload["errors"]?[0]?["__typename"]);
            requestedBy = (string?)payload["pipelineRun"]?["requestedBy"];
            return payload["pipelineRun"] is not null;
        });

        Assert.Equal("ana", requestedBy);
    }

    [Theory]
    [InlineData("application/graphql-response+json")]
    [InlineData("application/json")]
    [InlineData("text/event-stream")]
    public async Task A_subscription_is_refused_like_a_query(string accept)
    {
        using var response = await host.SendAsync("subscription { onGoldRefreshed { snapshot { id } } }", token: null, accept);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(AccessErrors.NotAuthenticated, text, StringComparison.Ordinal);
        Assert.Contains("\"data\":null", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_viewer_is_told_who_it_is()
    {
        const string query = "{ viewer { name roles isAuthenticated expiresAt } }";

        Assert.Equal(
            """{"name":null,"roles":[],"isAuthenticated":false,"expiresAt":null}""",
            (await host.AskAsync(query, role: null))["data"]!["viewer"]!.ToJsonString());
        var viewer = (await host.AskAsync(query, Role.Operator))["data"]!["viewer"]!;
        Assert.Equal("""["VIEWER","ANALYST","OPERATOR"]""", viewer["roles"]!.ToJsonString());
        Assert.Equal("ana", (string?)viewer["name"]);
        Assert.True((bool)viewer["isAuthenticated"]!);
        Assert.InRange((DateTimeOffset)viewer["expiresAt"]!, DateTimeOffset.UtcNow.AddMinutes(30), DateTimeOffset.UtcNow.AddMinutes(61));
    }

    [Fact]
    public async Task What_needs_no_caller_is_open()
    {
        foreach (var path in (string[])["/health", "/health/live", "/health/ready", "/auth/config"])
        {
            // A page may hold a token that is too old by now; it must still be able to learn how to get another.
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", "stale") } };
            using var response = await host.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(
            """{"authenticationRequired":true,"authority":null,"clientId":null,"scopes":[]}""", await host.Client.GetStringAsync("/auth/config"));
        using var page = new HttpRequestMessage(HttpMethod.Get, "/graphql") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } } };
        using var explorer = await host.Client.SendAsync(page);
        Assert.NotEqual(HttpStatusCode.Unauthorized, explorer.StatusCode);
    }

    [Theory]
    [InlineData("/graphql?sdl")]
    [InlineData("/graphql/schema")]
    [InlineData("/graphql/schema.graphql?types=Part")]
    public async Task The_schema_is_for_those_who_have_signed_in(string path)
    {
        using var refused = await host.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(AccessErrors.NotAuthenticated, (string?)(await refused.JsonAsync())["errors"]![0]!["extensions"]!["code"]);

        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new("Bearer", TestTokens.Of(Role.Viewer)) } };
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.Private);
        Assert.DoesNotContain("@authorize", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
