using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NovaCorrente.Host.Tests.Transports;

namespace NovaCorrente.Host.Tests.Limits;

public sealed class CostTests(ServedGold gold) : IClassFixture<ServedGold>
{
    // The numbers of Hot Chocolate's own analysis, and what follows from its rules.
    [Theory]
    [InlineData("{ parts(first: 50) { nodes { name } } }", 11, 52)]
    [InlineData("{ demandDaily(first: 50) { nodes { part { name } } } }", 61, 102)]
    [InlineData("""{ parts(first: 50, where: { name: { eq: "x" } }) { nodes { name } } }""", 11 + 21, 52)]
    [InlineData("""{ parts(first: 50, where: { name: { contains: "x" } }) { nodes { name } } }""", 11 + 31, 52)]
    [InlineData("{ parts { nodes { name } } }", 11, 12)]
    [InlineData("{ parts(last: 3) { nodes { name } } }", 11, 5)]
    [InlineData("{ parts(first: 50) { totalCount nodes { name } } }", 21, 52)]
    [InlineData("{ parts(first: 50) { edges { cursor node { name } } } }", 61, 102)]
    [InlineData("{ parts(first: 2, order: [{ name: ASC }, { partCode: DESC }]) { nodes { name } } }", 11 + 30, 4)]
    [InlineData("{ parts(first: 50, where: null) { nodes { name } } }", 11, 52)]
    [InlineData("{ parts(first: 100000) { nodes { name } } }", 11, 1002)]
    [InlineData("{ parts(first: -1) { nodes { name } } }", 11, 2)]
    [InlineData("{ a: parts(first: 50) { nodes { name } } b: parts(first: 50) { nodes { name } } }", 22, 103)]
    [InlineData("{ parts(first: 50) { nodes { name } ...F } } fragment F on PartsConnection { nodes { name partCode } }", 11, 52)]
    [InlineData("{ parts(first: 50) @skip(if: true) { nodes { name } } __typename }", 0, 1)]
    [InlineData("{ __typename }", 0, 1)]
    [InlineData("{ suppliers(first: 10) { nodes { purchaseLines(first: 5) { nodes { part { name } } } } } }", 10 + 1 + (10 * (10 + 1 + 5)), 1 + 1 + (10 * (1 + 1 + (5 * 2))))]
    public async Task An_operation_costs_what_the_contract_says(string query, double field, double type) =>
        Assert.Equal((field, type), await gold.CostAsync(query));

    [Theory]
    [InlineData("query($n: Int) { parts(first: $n) { nodes { name } } }", """{"n":50}""", 11, 52)]
    [InlineData("query($n: Int) { parts(first: $n) { nodes { name } } }", "{}", 11, 12)]
    [InlineData("query($n: Int) { parts(first: $n) { nodes { name } } }", """{"n":null}""", 11, 12)]
    [InlineData("query($n: Int = 50) { parts(first: $n) { nodes { name } } }", "{}", 11, 52)]
    [InlineData("query($n: Int) { parts(first: $n) { nodes { name } } }", """{"n":99999999999}""", 11, 1002)]
    [InlineData("query($w: PartFilterInput) { parts(first: 50, where: $w) { nodes { name } } }", """{"w":{"name":{"eq":"x"}}}""", 32, 52)]
    [InlineData("query($w: PartFilterInput) { parts(first: 50, where: $w) { nodes { name } } }", "{}", 11, 52)]
    [InlineData("""query($w: PartFilterInput = { name: { eq: "x" } }) { parts(first: 50, where: $w) { nodes { name } } }""", "{}", 32, 52)]
    [InlineData("query($t: String) { parts(first: 50, where: { or: [{ name: { contains: $t } }, { name: { eq: $t } }] }) { nodes { name } } }", """{"t":"x"}""", 11 + 10 + 1 + 21 + 11, 52)]
    [InlineData("query($w: [PartFilterInput!]) { parts(first: 50, where: { or: $w }) { nodes { name } } }", """{"w":[{"name":{"eq":"x"}},{"name":{"eq":"y"}}]}""", 11 + 10 + 1 + 22, 52)]
    [InlineData("query($o: [PartSortInput!]) { parts(first: 50, order: $o) { nodes { name } } }", """{"o":{"name":"ASC"}}""", 31, 52)]
    [InlineData("query($x: Boolean!) { parts(first: 50) { nodes { name } totalCount @include(if: $x) } }", """{"x":true}""", 21, 52)]
    [InlineData("query($x: Boolean!) { parts(first: 50) { nodes { name } totalCount @include(if: $x) } }", """{"x":false}""", 11, 52)]
    [InlineData("query($x: Boolean!) { parts(first: 50) { nodes { name } ... @skip(if: $x) { totalCount } } }", """{"x":false}""", 21, 52)]
    public async Task Variables_count_with_the_values_that_they_have(string query, string variables, double field, double type)
    {
        // Twice: the second time the document is known.
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal((field, type), await gold.CostAsync(query, (JsonObject)JsonNode.Parse(variables)!));
        }
    }

    [Fact]
    public async Task Too_dear_an_operation_is_refused_and_told_by_how_much_also_when_its_document_is_known()
    {
        await using var poor = new RunningGold("--GraphQL:Cost:MaxFieldCost=60", "--GraphQL:Cost:MaxTypeCost=50");
        await poor.StartAsync();
        const string query = "query($n: Int, $w: DemandDailyFilterInput) { demandDaily(first: $n, where: $w) { nodes { part { name } } } }";

        using (var fits = await poor.Gold.QueryAsync(query, new JsonObject { ["n"] = 20 }, ("GraphQL-Cost", "report")))
        {
            Assert.Equal("""{"fieldCost":31,"typeCost":42}""", (await fits.JsonAsync())["extensions"]!["operationCost"]!.ToJsonString());
        }

        using var wide = await poor.Gold.QueryAsync(query, new JsonObject { ["n"] = 50 });
        var field = await wide.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0047", "The maximum allowed field cost was exceeded.");
        Assert.Equal((61, 60), ((int)field["extensions"]!["fieldCost"]!, (int)field["extensions"]!["maxFieldCost"]!));

        using var large = await poor.Gold.QueryAsync(query, new JsonObject { ["n"] = 25 });
        var type = await large.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0047", "The maximum allowed type cost was exceeded.");
        Assert.Equal((52, 50), ((int)type["extensions"]!["typeCost"]!, (int)type["extensions"]!["maxTypeCost"]!));

        var filter = new JsonObject { ["n"] = 20, ["w"] = new JsonObject { ["quantity"] = new JsonObject { ["gt"] = 1, ["lt"] = 5 } } };
        using var filtered = await poor.Gold.QueryAsync(query, filter);
        await filtered.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0047", "The maximum allowed field cost was exceeded.");
    }

    [Fact]
    public async Task Costs_can_be_told_without_being_enforced()
    {
        await using var free = new RunningGold("--GraphQL:Cost:MaxFieldCost=1", "--GraphQL:Cost:EnforceCostLimits=false");
        await free.StartAsync();

        using var response = await free.Gold.QueryAsync("{ goldTables(first: 50) { nodes { name } } }", null, ("GraphQL-Cost", "report"));

        Assert.Equal(11, (int?)(await response.JsonAsync())["extensions"]!["operationCost"]!["fieldCost"]);
    }

    [Fact]
    public async Task What_the_product_is_for_fits_below_the_maxima()
    {
        foreach (var query in (string[])
        [
            """
            { purchaseLines(first: 1000, where: { part: { family: { name: { contains: "X" } } } }, order: [{ requestedOn: DESC }]) { totalCount nodes {
              requestedOn part { name family { name } policy { safetyStock } } supplier { displayName } site { name } realignedSite { name } family { name } calendarDay { isWeekend } } } }
            """,
            "{ suppliers(first: 1000) { nodes { displayName purchaseLines(first: 10, where: { quantity: { gt: 1 } }, order: [{ quantity: DESC }]) { nodes { quantity part { name } } } } } }",
            "{ purchaseLinesAggregate(groupBy: [REQUESTED_ON_MONTH], first: 1000) { nodes { key { requestedOnMonth } count quantity { sum avg median p90 } requestToOrderDays { median p90 } } } }",
        ])
        {
            var (field, type) = await gold.CostAsync(query);
            Assert.True(field <= 100_000 && type <= 50_000, $"{field} / {type}: {query}");
        }
    }

    [Fact]
    public async Task Every_operation_of_the_dashboard_fits_even_with_pages_as_large_as_they_may_be()
    {
        var fragments = new Dictionary<string, string>(StringComparer.Ordinal);
        var operations = new List<string>();
        foreach (var file in Directory.EnumerateFiles(DashboardSources(), "*.graphql", SearchOption.AllDirectories))
        {
            foreach (var definition in Regex.Split(await File.ReadAllTextAsync(file), @"(?m)^(?=(?:query|mutation|subscription|fragment)\b)").Where(text => text.Trim().Length > 0))
            {
                if (Regex.Match(definition, @"^fragment\s+(\w+)") is { Success: true } name)
                {
                    fragments[name.Groups[1].Value] = definition;
                }
                else if (!definition.StartsWith('#'))
                {
                    operations.Add(definition);
                }
            }
        }

        Assert.NotEmpty(operations);
        foreach (var operation in operations)
        {
            var sizes = Regex.Matches(operation, @"\$(\w+)\s*:\s*Int\b").Select(match => KeyValuePair.Create(match.Groups[1].Value, (JsonNode?)1000));
            var (field, type) = await gold.CostAsync(WithFragments(operation, fragments), new JsonObject(sizes));
            Assert.True(field <= 100_000 && type <= 50_000, $"{field} / {type}: {operation}");
        }
    }

    [Fact]
    public async Task Fragments_that_double_with_every_step_are_refused_at_once()
    {
        var bomb = "{ parts { nodes { ...F0 } } } "
            + string.Concat(Enumerable.Range(0, 60).Select(i => $"fragment F{i} on Part {{ ...F{i + 1} @include(if: true) a{i}: partCode ...F{i + 1} }} "))
            + "fragment F60 on Part { partCode }";
        using var response = await gold.QueryAsync(bomb);
        Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);

        var wide = "query(" + string.Concat(Enumerable.Range(0, 16).Select(i => $"$x{i}: Boolean! ")) + ") { parts { nodes { ...F0 } } } "
            + string.Concat(Enumerable.Range(0, 16).Select(i => $"fragment F{i} on Part {{ ...F{i + 1} @include(if: $x{i}) ...F{i + 1} }} "))
            + "fragment F16 on Part { partCode }";
        using var refused = await gold.QueryAsync(wide);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private static string WithFragments(string operation, Dictionary<string, string> fragments)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>([operation]);
        while (pending.TryDequeue(out var text))
        {
            foreach (var name in Regex.Matches(text, @"\.\.\.\s*(\w+)").Select(match => match.Groups[1].Value).Where(name => name != "on" && needed.Add(name)))
            {
                pending.Enqueue(fragments[name]);
            }
        }

        return operation + string.Concat(needed.Select(name => fragments[name]));
    }

    private static string DashboardSources([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "frontend", "src"));
}
