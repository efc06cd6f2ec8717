using System.Buffers.Text;
using System.Text;
using NovaCorrente.Resolvers.Export;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Resolvers.Tests.Support;

namespace NovaCorrente.Resolvers.Tests;

/// <summary>Tries to learn hidden names by every way that a query offers.</summary>
public sealed class MaskingTests(NamedTwice gold) : IClassFixture<NamedTwice>
{
    public static TheoryData<string> Probes => new()
    {
        "{ suppliers(first: 50) { nodes { supplierKey displayName } } }",
        "{ sites(first: 50) { nodes { siteCode name } } }",
        "{ suppliers(first: 50, where: { displayName: { eq: \"Quokka 01\" } }) { totalCount nodes { supplierKey } } }",
        "{ suppliers(first: 50, where: { displayName: { neq: \"Quokka 01\" } }) { totalCount nodes { supplierKey } } }",
        "{ suppliers(first: 50, where: { displayName: { in: [\"Quokka 00\", \"Quokka 01\"] } }) { totalCount nodes { supplierKey } } }",
        "{ suppliers(first: 50, where: { displayName: { startsWith: \"Quo\" } }) { totalCount nodes { supplierKey } } }",
        "{ suppliers(first: 50, where: { displayName: { contains: \"okka\" } }) { totalCount nodes { supplierKey } } }",
        "{ suppliers(first: 50, where: { displayName: { nendsWith: \" 01\" } }) { totalCount nodes { supplierKey } } }",
        "{ sites(first: 50, where: { or: [{ name: { startsWith: \"Quo\" } }, { name: { eq: \"alpha\" } }] }) { totalCount nodes { siteCode } } }",
        "{ purchaseLines(first: 50, where: { supplier: { displayName: { startsWith: \"Quo\" } } }) { totalCount nodes { lineId } } }",
        "{ purchaseLines(first: 50, where: { site: { name: { contains: \"okka\" } } }) { totalCount nodes { lineId } } }",
        "{ parts(first: 50, where: { purchaseLines: { some: { supplier: { displayName: { contains: \"okka\" } } } } }) { totalCount nodes { partCode } } }",
        "{ suppliers(first: 50, order: { displayName: ASC }) { nodes { supplierKey displayName } pageInfo { endCursor } edges { cursor } } }",
        "{ purchaseLines(first: 50, order: [{ supplier: { displayName: DESC } }]) { nodes { lineId supplier { displayName } } edges { cursor } } }",
        "{ parts(first: 50) { nodes { partCode purchaseLines(first: 5, where: { supplier: { displayName: { startsWith: \"Quo\" } } }, order: { supplier: { displayName: ASC } }) { totalCount nodes { lineId supplier { displayName } } edges { cursor } } } } }",
        "{ purchaseLinesAggregate(first: 50, groupBy: [SUPPLIER_DISPLAY_NAME]) { totalCount nodes { key { supplierDisplayName } count quantity { sum } } edges { cursor } } }",
        "{ purchaseLinesAggregate(first: 50, groupBy: [SITE_NAME], having: { count: { gte: 1 } }) { totalCount nodes { key { siteName } count } edges { cursor } } }",
        "{ purchaseLinesAggregate { nodes { count(where: { supplier: { displayName: { startsWith: \"Quo\" } } }) } } }",
        "{ suppliersAggregate { nodes { displayName { countDistinct } } } }",
        "{ quarantinedRows(first: 50, where: { raw: { contains: \"okka\" } }, order: { raw: DESC }) { totalCount nodes { rowId raw } edges { cursor } } }",
        "{ quarantinedRowsAggregate(groupBy: [RAW]) { nodes { key { raw } count } } }",
        "{ sitesAggregate { nodes { name { countDistinct } } } }",
    };

    [Theory]
    [MemberData(nameof(Probes))]
    public async Task No_query_tells_two_hidden_names_apart(string query)
    {
        var one = await AnswerAsync(gold.One, query);
        var other = await AnswerAsync(gold.Other, query);

        Assert.Equal(one, other);
        Assert.DoesNotContain(NamedTwice.OneName, one, StringComparison.Ordinal);
        // The same question does tell them apart where names are shown, so it is a question worth asking.
        Assert.NotEqual(await AnswerAsync(gold.OneShown, query), await AnswerAsync(gold.OtherShown, query));
    }

    [Fact]
    public async Task Search_finds_nobody_by_a_hidden_name()
    {
        const string query = "{ search(text: \"Quokka\", first: 50) { totalCount nodes { kind key title score } } }";

        Assert.Equal(await AnswerAsync(gold.One, query), await AnswerAsync(gold.Other, query));
        Assert.DoesNotContain(NamedTwice.OneName, await AnswerAsync(gold.One, query), StringComparison.Ordinal);
        Assert.Contains(NamedTwice.OneName, await AnswerAsync(gold.OneShown, query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cursors_carry_the_mask()
    {
        const string query = "{ suppliers(first: 50, where: { kind: { eq: INDIVIDUAL } }, order: { displayName: ASC }) { edges { cursor } } }";

        Assert.All(await CursorsAsync(gold.One, query), cursor => Assert.Contains(AccessScope.Mask, cursor, StringComparison.Ordinal));
        Assert.All(await CursorsAsync(gold.OneShown, query), cursor => Assert.Contains(NamedTwice.OneName, cursor, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_carry_the_mask()
    {
        const string query = "{ purchaseLines(order: { supplier: { displayName: ASC } }) { nodes { lineId supplier { displayName } site { name } } } }";

        var one = await FileAsync(gold.One, query);
        Assert.Equal(one, await FileAsync(gold.Other, query));
        Assert.Contains(AccessScope.Mask, one, StringComparison.Ordinal);
        Assert.DoesNotContain(NamedTwice.OneName, one, StringComparison.Ordinal);
        Assert.Contains(NamedTwice.OneName, await FileAsync(gold.OneShown, query), StringComparison.Ordinal);
    }

    private static async Task<string> FileAsync(GoldFixture fixture, string query)
    {
        var request = new ExportRequest { Format = ExportFormat.Ndjson };
        using var answer = await fixture.ExecuteAsync(query, export: request);
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        await using var export = request.Prepared!;
        using var file = new MemoryStream();
        await export.WriteToAsync(file, CancellationToken.None);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static async Task<List<string>> CursorsAsync(GoldFixture fixture, string query)
    {
        using var answer = await fixture.ExecuteAsync(query);
        var edges = answer.RootElement.GetProperty("data").GetProperty("suppliers").GetProperty("edges").EnumerateArray().ToList();
        Assert.NotEmpty(edges);
        return [.. edges.Select(edge => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(edge.GetProperty("cursor").GetString())))];
    }

    private static async Task<string> AnswerAsync(GoldFixture fixture, string query)
    {
        using var answer = await fixture.ExecuteAsync(query);
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.RootElement.GetProperty("data").GetRawText();
    }
}
