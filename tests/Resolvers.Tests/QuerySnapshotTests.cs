using NovaCorrente.Resolvers.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace NovaCorrente.Resolvers.Tests;

/// <summary>The SQL of typical queries, and a few whole answers, as snapshots.</summary>
public sealed class QuerySnapshotTests(GoldFixture gold) : IClassFixture<GoldFixture>
{
    [Theory]
    [InlineData("Columns", "{ purchaseLines(first: 2) { nodes { lineId quantity qualityFlags } } }")]
    [InlineData("ByKey", "{ part(partCode: \"x\") { name family { name isService } } }")]
    [InlineData("TotalOnly", "{ parts(where: { isService: { eq: true } }) { totalCount } }")]
    [InlineData("TotalAndPage", "{ parts(first: 5, order: { name: DESC }) { totalCount nodes { name } pageInfo { hasNextPage endCursor } } }")]
    [InlineData("Backward", "{ purchaseLines(last: 5, order: { orderedOn: DESC }) { nodes { lineId } } }")]
    [InlineData("After", "query Q($c: String) { purchaseLines(first: 5, after: $c, order: [{ orderedOn: DESC }, { quantity: ASC }]) { edges { cursor node { lineId } } } }")]
    [InlineData("Between", "query Q($a: String, $b: String) { purchaseLines(first: 5, after: $a, before: $b) { nodes { lineId } } }")]
    [InlineData("RelationsOfThePage", "{ purchaseLines(first: 2) { nodes { lineId part { name family { name } } site { siteCode } } } }")]
    [InlineData("RelationsThatDecide", "{ purchaseLines(where: { supplier: { kind: { eq: COMPANY } } }, order: { part: { family: { name: ASC } } }) { nodes { supplier { displayName } part { family { name } } } } }")]
    [InlineData("Negations", "{ purchaseLines(where: { orderedOn: { neq: null, ngt: \"2024-01-01\" }, unit: { ncontains: \"x\", nin: [\"a\", null] }, site: { state: { nlike: \"%1_\" } } }) { totalCount } }")]
    [InlineData("Quantifiers", "{ parts(where: { purchaseLines: { some: { quantity: { gt: 1.00005 } }, all: { qualityFlags: { none: { eq: SITE_UNKNOWN } } }, any: true } }) { totalCount } }")]
    [InlineData("Children", "{ parts(first: 3) { nodes { partCode purchaseLines(first: 2, order: { quantity: DESC }) { totalCount nodes { lineId supplier { displayName } } pageInfo { endCursor } } } } }")]
    [InlineData("ChildrenOfChildren", "{ families(first: 2) { nodes { name parts(last: 2) { nodes { partCode purchaseLines { nodes { lineId } } } } } } }")]
    public async Task Sql(string name, string query)
    {
        using var answer = await gold.ExecuteAsync(query, query.StartsWith("query", StringComparison.Ordinal) ? await CursorsAsync(query) : null, explain: true);
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        var explanation = answer.RootElement.GetProperty("extensions").GetProperty("explain")[0];
        Snapshot.Match(explanation.GetProperty("sql").GetString()!, SnapshotNameExtension.Create(name));
    }

    [Theory]
    [InlineData("Page", "{ sites(first: 3, order: { name: DESC }) { __typename totalCount nodes { __typename siteCode name state kind registryId } edges { cursor node { siteCode } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }")]
    [InlineData("Nested", "{ families(first: 2) { nodes { name parts(first: 2, order: { name: ASC }) { totalCount nodes { partCode name purchaseLines(last: 2) { totalCount nodes { lineId quantity orderedOn qualityFlags isService } pageInfo { hasPreviousPage } } } } } } }")]
    [InlineData("Nothing", "{ part(partCode: \"no such part\") { name } parts(where: { partCode: { in: [] } }) { totalCount nodes { name } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }")]
    [InlineData("EveryType", "{ demandForecasts(first: 2) { nodes { generatedAt yhat yhatLower site { name } part { partCode } } } goldColumns(first: 2) { nodes { minimum maximum ordinal } } purchaseLines(first: 2) { nodes { sourceRow requestedOn orderedOn isRetroactive qualityFlags } } }")]
    public async Task Json(string name, string query)
    {
        using var answer = await gold.ExecuteAsync(query);
        AnswerSnapshot.Match(answer, name);
    }

    /// <summary>The first cursor of the list, for every cursor that the query wants.</summary>
    private async Task<string> CursorsAsync(string query)
    {
        var order = query.Contains("orderedOn", StringComparison.Ordinal) ? "order: [{ orderedOn: DESC }, { quantity: ASC }]" : "order: []";
        using var answer = await gold.ExecuteAsync($"{{ purchaseLines(first: 1, {order}) {{ pageInfo {{ endCursor }} }} }}");
        var cursor = answer.RootElement.GetProperty("data").GetProperty("purchaseLines").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        return query.Contains("$c", StringComparison.Ordinal) ? $"{{\"c\":\"{cursor}\"}}" : $"{{\"a\":\"{cursor}\",\"b\":\"{cursor}\"}}";
    }
}
