using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Auth;

/// <summary>
/// A viewer with a real token tries to learn the names of natural persons. That no two names can be told apart is proved where statements
/// are made; here it is shown that the token reaches that place by every way there is.
/// </summary>
[Collection(SecuredHostCollection.Name)]
public sealed class MaskingOverHttpTests(SecuredHost host) : IAsyncLifetime
{
    private const string Mask = "***";
    private const string People = "where: { kind: { eq: INDIVIDUAL } }";

    private readonly List<string> _names = [];

    public async Task InitializeAsync()
    {
        var shown = await host.AskAsync(
            $$"""{ suppliers(first: 1000, {{People}}) { nodes { displayName } } sites(first: 1000, where: { kind: { eq: PERSON_OR_CONTRACTOR } }) { nodes { name } } }""",
            Role.Analyst);
        _names.AddRange(shown["data"]!["suppliers"]!["nodes"]!.AsArray().Select(n => (string)n!["displayName"]!));
        _names.AddRange(shown["data"]!["sites"]!["nodes"]!.AsArray().Select(n => (string)n!["name"]!));
        Assert.True(_names.Count > 2, "The sample has no natural persons.");
        Assert.DoesNotContain(Mask, _names);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string> Lists => new()
    {
        $$"""{ suppliers(first: 1000, {{People}}, order: { displayName: ASC }) { totalCount nodes { supplierKey displayName } edges { cursor } pageInfo { endCursor } } }""",
        """{ sites(first: 1000, where: { kind: { eq: PERSON_OR_CONTRACTOR } }, order: { name: DESC }) { nodes { siteCode name } edges { cursor } } }""",
        """{ purchaseLines(first: 1000, order: [{ supplier: { displayName: ASC } }]) { nodes { supplier { displayName } site { name } realignedSite { name } } edges { cursor } } }""",
        """{ purchaseLinesAggregate(first: 1000, groupBy: [SUPPLIER_DISPLAY_NAME]) { nodes { key { supplierDisplayName } count } edges { cursor } } }""",
        """{ purchaseLinesAggregate(first: 1000, groupBy: [SITE_NAME], order: [{ count: DESC }]) { nodes { key { siteName } count } } }""",
        """{ partSuppliers(first: 1000) { nodes { supplier { displayName } } } }""",
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task No_list_names_anybody(string query)
    {
        var answer = await host.AskAsync(query, Role.Viewer);

        Assert.Null(answer["errors"]);
        AssertNamesNobody(answer.ToJsonString());
        Assert.Contains(Mask, answer.ToJsonString(), StringComparison.Ordinal);
        Assert.All(CursorsIn(answer), AssertNamesNobody);
        // An analyst is answered with names, so that there was something to hide.
        Assert.Contains(_names, (await host.AskAsync(query, Role.Analyst)).ToJsonString().Contains);
    }

    [Fact]
    public async Task No_condition_tells_a_name_from_one_that_nobody_has()
    {
        foreach (var name in _names.Take(3))
        {
            string[] conditions =
            [
                $"eq: {Quote(name)}", $"startsWith: {Quote(name[..3])}", $"contains: {Quote(name[1..])}", $"endsWith: {Quote(name[^3..])}",
                $"in: [{Quote(name)}]",
            ];
            foreach (var condition in conditions)
            {
                foreach (var query in (string[])
                [
                    $$"""{ field: suppliers(where: { kind: { eq: INDIVIDUAL }, displayName: { {{condition}} } }) { totalCount } }""",
                    $$"""{ field: sites(where: { kind: { eq: PERSON_OR_CONTRACTOR }, name: { {{condition}} } }) { totalCount } }""",
                    $$"""{ field: purchaseLines(where: { supplier: { kind: { eq: INDIVIDUAL }, displayName: { {{condition}} } } }) { totalCount } }""",
                    $$"""{ field: parts(where: { purchaseLines: { some: { supplier: { kind: { eq: INDIVIDUAL }, displayName: { {{condition}} } } } } }) { totalCount } }""",
                ])
                {
                    Assert.Equal(0, (int)(await host.AskAsync(query, Role.Viewer))["data"]!["field"]!["totalCount"]!);
                }
            }
        }
    }

    [Fact]
    public async Task Order_and_groups_do_not_tell_people_apart()
    {
        var byName = await host.AskAsync($$"""{ suppliers(first: 1000, {{People}}, order: { displayName: ASC }) { nodes { supplierKey } } }""", Role.Viewer);
        var byKey = await host.AskAsync($$"""{ suppliers(first: 1000, {{People}}, order: { supplierKey: ASC }) { nodes { supplierKey } } }""", Role.Viewer);
        var distinct = await host.AskAsync($$"""{ suppliersAggregate({{People}}) { nodes { displayName { countDistinct } } } }""", Role.Viewer);
        var groups = await host.AskAsync(
            """{ purchaseLinesAggregate(first: 1000, where: { supplier: { kind: { eq: INDIVIDUAL } } }, groupBy: [SUPPLIER_DISPLAY_NAME]) { totalCount } }""", Role.Viewer);

        Assert.Equal(byKey.ToJsonString(), byName.ToJsonString());
        Assert.Equal(1, (int)distinct["data"]!["suppliersAggregate"]!["nodes"]![0]!["displayName"]!["countDistinct"]!);
        Assert.Equal(1, (int)groups["data"]!["purchaseLinesAggregate"]!["totalCount"]!);
    }

    [Fact]
    public async Task A_cursor_of_an_analyst_shows_a_viewer_no_names()
    {
        const string first = "{ suppliers(first: 1, where: { kind: { eq: INDIVIDUAL } }, order: { displayName: ASC }) { pageInfo { endCursor } } }";
        var cursor = (string)(await host.AskAsync(first, Role.Analyst))["data"]!["suppliers"]!["pageInfo"]!["endCursor"]!;
        var next = $$"""{ suppliers(first: 1000, after: "{{cursor}}", where: { kind: { eq: INDIVIDUAL } }, order: { displayName: ASC }) { nodes { displayName } edges { cursor } } }""";

        AssertNamesNobody((await host.AskAsync(next, Role.Viewer)).ToJsonString());
    }

    [Fact]
    public async Task Search_finds_nobody()
    {
        foreach (var name in _names.Take(3))
        {
            var query = $$"""{ search(text: {{Quote(name)}}, first: 50) { nodes { title } } }""";

            AssertNamesNobody((await host.AskAsync(query, Role.Viewer)).ToJsonString());
            Assert.Contains(name, (await host.AskAsync(query, Role.Analyst)).ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("application/x-ndjson")]
    public async Task Files_name_nobody(string accept)
    {
        const string query = "{ purchaseLines(order: [{ supplier: { displayName: ASC } }]) { nodes { lineId supplier { displayName } site { name } } } }";
        using var response = await host.SendAsync(query, TestTokens.Of(Role.Viewer), accept);

        var file = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(Mask, file, StringComparison.Ordinal);
        AssertNamesNobody(file);
        Assert.Contains(_names, (await FileAsync(query, Role.Analyst, accept)).Contains);
    }

    [Fact]
    public async Task Columnar_files_name_nobody()
    {
        const string query = "{ suppliers(where: { kind: { eq: INDIVIDUAL } }) { nodes { supplierKey displayName } } }";
        foreach (var format in (string[])["parquet", "arrow"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?format={format}&query={Uri.EscapeDataString(query)}");
            request.Headers.Authorization = new("Bearer", TestTokens.Of(Role.Viewer));
            using var response = await host.Client.SendAsync(request);
            AssertNamesNobody(Encoding.Latin1.GetString(await response.Content.ReadAsByteArrayAsync()));
        }
    }

    [Fact]
    public async Task A_viewers_file_is_as_long_as_a_page_and_says_so()
    {
        // The calendar has a row for each day of several years, which is more than a page.
        const string query = "{ calendarDays { nodes { date } } }";
        using var limited = await host.SendAsync(query, TestTokens.Of(Role.Viewer), "text/csv");
        using var whole = await host.SendAsync(query, TestTokens.Of(Role.Analyst), "text/csv");

        Assert.Equal("1000", limited.Headers.GetValues("GraphQL-Export-Limit").Single());
        Assert.Equal(1000, Lines(await limited.Content.ReadAsStringAsync()) - 1);
        Assert.False(whole.Headers.Contains("GraphQL-Export-Limit"));
        Assert.True(Lines(await whole.Content.ReadAsStringAsync()) > 1001);

        using var smaller = await host.SendAsync("{ calendarDays(first: 7) { nodes { date } } }", TestTokens.Of(Role.Viewer), "text/csv");
        Assert.Equal(7, Lines(await smaller.Content.ReadAsStringAsync()) - 1);
        using var larger = await host.SendAsync("{ calendarDays(first: 5000) { nodes { date } } }", TestTokens.Of(Role.Viewer), "text/csv");
        Assert.Contains("1000", await larger.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("HC0051", await larger.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static int Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    private async Task<string> FileAsync(string query, Role role, string accept)
    {
        using var response = await host.SendAsync(query, TestTokens.Of(role), accept);
        return await response.Content.ReadAsStringAsync();
    }

    private void AssertNamesNobody(string text) => Assert.DoesNotContain(_names, name => text.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> CursorsIn(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field.Key is "cursor" or "endCursor" && field.Value is not null
            ? [Encoding.UTF8.GetString(Base64Url.DecodeFromChars((string)field.Value!))]
            : CursorsIn(field.Value)),
        JsonArray items => items.SelectMany(CursorsIn),
        _ => [],
    };

    private static string Quote(string text) => JsonValue.Create(text)!.ToJsonString();
}
