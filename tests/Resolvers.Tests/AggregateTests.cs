using NovaCorrente.Resolvers.Tests.Support;

namespace NovaCorrente.Resolvers.Tests;

public sealed class AggregateTests(GoldFixture gold) : IClassFixture<GoldFixture>
{
    [Theory]
    [InlineData("AllFigures", "{ purchaseLinesAggregate { nodes { level count quantity { sum avg min max stddev median p90 countDistinct mixedUnits } requestedOn { min max } unit { countDistinct } key { unit __typename } __typename } } }")]
    [InlineData("GroupsHavingInOrder", "{ purchaseLinesAggregate(first: 3, groupBy: [PART_FAMILY_NAME, REQUESTED_ON_MONTH], having: { count: { gte: 1 }, quantity: { sum: { gt: -1000 } } }, order: [{ quantity: { sum: DESC } }]) { totalCount edges { cursor node { key { partFamilyName requestedOnMonth } a: count(where: { quantity: { gt: 1 } }) q: quantity(where: { site: { siteCode: { neq: \"x\" } } }) { sum } quantity { sum } } } pageInfo { hasNextPage endCursor } } }")]
    [InlineData("Rollup", "{ purchaseLinesAggregate(groupBy: [UNIT, IS_SERVICE], rollup: true, order: { level: DESC }) { totalCount nodes { level key { unit isService } count } } }")]
    [InlineData("Windows", "{ weatherDailyAggregate(groupBy: [DATE_WEEK], fillDates: true) { nodes { key { dateWeek } count rainSum { sum avg movingAverage(periods: 3) cumulative previousPeriod { value change changePct } samePeriodLastYear(of: AVG) { value } } countOverTime { cumulative movingAverage(periods: 2) } } } }")]
    [InlineData("OverRelations", "{ parts(first: 2) { nodes { partCode purchaseLinesAggregate(where: { quantity: { gt: 0 } }) { count quantity { sum mixedUnits } } family { name partsAggregate { count __typename } } } } }")]
    [InlineData("KeysInAVariable", "query Q($g: [PurchaseLineGroupBy!]) { purchaseLinesAggregate(groupBy: $g, first: 1) { nodes { count key { requestedOnWeekday } } } }", "{\"g\": [\"REQUESTED_ON_WEEKDAY\"]}")]
    public async Task Answers(string name, string query, string? variables = null)
    {
        using var answer = await gold.ExecuteAsync(query, variables);
        AnswerSnapshot.Match(answer, name);
    }
}
