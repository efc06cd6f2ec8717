using GraphQLParser.AST;
using NovaCorrente.Resolvers.Tests.Support;
using NovaCorrente.Resolvers.Tests.Support.Naive;

namespace NovaCorrente.Resolvers.Tests;

/// <summary>One document is compiled once for each structure of its variables, and no structure gets the plan of another.</summary>
public sealed class PlanCacheTests(GoldFixture gold) : IClassFixture<GoldFixture>
{
    private const string Query = """
        query Q($w: PurchaseLineFilterInput, $o: [PurchaseLineSortInput!], $n: Int = 3, $more: Boolean! = true) {
          purchaseLines(first: $n, where: $w, order: $o) { totalCount nodes { lineId quantity @include(if: $more) part { name } } }
        }
        """;

    private static readonly string[] Variables =
    [
        """{}""",
        """{"n":5}""",
        """{"n":null}""",
        """{"more":false}""",
        """{"w":null,"o":null}""",
        """{"w":{}}""",
        """{"w":{"quantity":{"gt":0}}}""",
        """{"w":{"quantity":{"gt":-3.25}}}""",
        """{"w":{"quantity":{"ngt":0}}}""",
        """{"w":{"site":{"state":{"eq":null}}}}""",
        """{"w":{"orderedOn":{"eq":null}}}""",
        """{"w":{"orderedOn":{"eq":"2024-01-05"}}}""",
        """{"w":{"orderedOn":{"in":["2024-01-05",null]}}}""",
        """{"w":{"orderedOn":{"in":[null,"2024-01-05"]}}}""",
        """{"w":{"isService":{"eq":true}}}""",
        """{"w":{"isService":{"eq":false}}}""",
        """{"o":[{"quantity":"ASC"}]}""",
        """{"o":[{"quantity":"DESC"}]}""",
        """{"o":[{"unit":"ASC","quantity":"DESC"}]}""",
        """{"o":[{"quantity":"DESC","unit":"ASC"}]}""",
        """{"o":{"part":{"name":"DESC"}}}""",
        """{"w":{"or":[{"unit":{"eq":"alpha"}},{"unit":{"eq":"~"}}]}}""",
        """{"w":{"or":[{"unit":{"eq":"alpha"}}],"and":[{"unit":{"eq":"~"}}]}}""",
        """{"w":{"qualityFlags":{"any":true}}}""",
        """{"w":{"qualityFlags":{"any":false}}}""",
    ];

    private readonly NaiveRows _rows = new(gold.Rows);

    [Fact]
    public async Task Other_values_of_the_same_structure_find_the_plan()
    {
        var document = GoldFixture.Parse(Query);
        Assert.False(await CachedAsync(document, """{"n":1,"w":{"unit":{"in":["alpha","~"]},"quantity":{"gt":1}}}"""));
        Assert.True(await CachedAsync(document, """{"n":2,"w":{"unit":{"in":["","x"]},"quantity":{"gt":2.5}}}"""));
        Assert.False(await CachedAsync(document, """{"n":2,"w":{"unit":{"in":["",null]},"quantity":{"gt":2.5}}}"""));
        Assert.False(await CachedAsync(document, """{"n":2,"w":{"unit":{"in":[""]},"quantity":{"gt":2.5}}}"""));
        Assert.False(await CachedAsync(document, """{"w":{"unit":{"in":["","x"]},"quantity":{"gt":2.5}}}"""));
        Assert.False(await CachedAsync(document, """{"n":2,"more":false,"w":{"unit":{"in":["","x"]},"quantity":{"gt":2.5}}}"""));
        Assert.True(await CachedAsync(document, """{"n":3,"w":{"unit":{"in":["~","~"]},"quantity":{"gt":0}}}"""));
    }

    [Fact]
    public async Task Every_structure_gets_its_own_answer_in_any_order()
    {
        var document = GoldFixture.Parse(Query);
        foreach (var variables in Variables.Concat(Variables.Reverse()))
        {
            await CheckAsync(document, variables);
        }
    }

    [Fact]
    public async Task Sixteen_at_once_with_mixed_variables_all_get_their_own_answers()
    {
        var document = GoldFixture.Parse(Query);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(task => Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                await CheckAsync(document, Variables[((i * 7) + (task * 5)) % Variables.Length]);
            }
        })));
    }

    [Fact]
    public async Task Ever_new_structures_do_not_fill_the_memory()
    {
        var document = GoldFixture.Parse(Query);
        for (var length = 0; length < 300; length++)
        {
            await CheckAsync(document, $"{{\"w\":{{\"requestToOrderDays\":{{\"in\":[{string.Join(',', Enumerable.Range(0, length))}]}}}}}}");
        }

        // What came long ago has been forgotten.
        Assert.False(await CachedAsync(document, """{"w":{"requestToOrderDays":{"in":[]}}}"""));
    }

    [Fact]
    public async Task Fields_of_one_document_do_not_share_a_plan()
    {
        var document = GoldFixture.Parse("{ a: parts(first: 1) { nodes { name } } b: parts(last: 1) { nodes { partCode } } parts(first: 2) { totalCount } }");
        for (var i = 0; i < 2; i++)
        {
            using var answer = await gold.ExecuteAsync(document);
            var expected = NaiveEvaluator.Evaluate(gold.Schema, _rows, document.Source.ToString(), null);
            Assert.Null(Answers.Difference(expected, answer.RootElement.GetProperty("data"), new Dictionary<string, Dictionary<string, object?>>()));
        }
    }

    private async Task CheckAsync(GraphQLDocument document, string variables)
    {
        using var answer = await gold.ExecuteAsync(document, variables);
        var expected = NaiveEvaluator.Evaluate(gold.Schema, _rows, Query, variables);
        var difference = Answers.Difference(expected, answer.RootElement.GetProperty("data"), new Dictionary<string, Dictionary<string, object?>>());
        Assert.True(difference is null, $"{variables}: {difference}");
    }

    private async Task<bool> CachedAsync(GraphQLDocument document, string variables)
    {
        using var answer = await gold.ExecuteAsync(document, variables, explain: true);
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.RootElement.GetProperty("extensions").GetProperty("explain")[0].GetProperty("planCached").GetBoolean();
    }
}
