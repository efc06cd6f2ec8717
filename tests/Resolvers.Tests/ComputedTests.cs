using System.Text.Json;
using NovaCorrente.Resolvers.Tests.Support;

namespace NovaCorrente.Resolvers.Tests;

public sealed class ComputedTests(GoldFixture gold) : IClassFixture<GoldFixture>
{
    [Theory]
    [InlineData("SearchOfTwoKinds", "{ search(text: \"AGUA\", types: [PART, SUPPLIER], first: 3) { totalCount nodes { kind key title score part { partCode family { name } } supplier { displayName } } pageInfo { hasNextPage endCursor } } }")]
    [InlineData("SearchOfAllKinds", "{ search(text: \"antena\") { nodes { kind title score } } }")]
    [InlineData("SearchForNothing", "{ search(text: \"  \") { totalCount nodes { key } } }")]
    [InlineData("Like", "{ parts(where: { name: { like: \"%água%\" } }) { nodes { name } } }")]
    public async Task Answers(string name, string query)
    {
        using var answer = await gold.ExecuteAsync(query);
        AnswerSnapshot.Match(answer, name);
    }

    [Fact]
    public async Task A_part_policy_answers_what_if()
    {
        var code = (string)gold.Rows.Of(gold.Rows.Model.Table("PartPolicy"))[0]["partCode"]!;
        using var answer = await gold.ExecuteAsync(
            $"{{ partPolicy(partCode: {JsonSerializer.Serialize(code, JsonSerializerOptions.Default)}, serviceLevel: 0.975, leadTimeDays: 10) {{ serviceLevelZ safetyStock reorderPoint formula part {{ name }} }} }}");
        Assert.Equal(1.959964m, answer.RootElement.GetProperty("data").GetProperty("partPolicy").GetProperty("serviceLevelZ").GetDecimal());
    }

    [Fact]
    public async Task An_impossible_service_level_is_refused()
    {
        using var answer = await gold.ExecuteAsync("{ partPolicy(partCode: \"x\", serviceLevel: 1) { formula } }");
        Assert.Equal("GOLD_SERVICE_LEVEL_OUT_OF_RANGE", answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }
}
