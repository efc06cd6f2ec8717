using GraphQL;
using GraphQL.Resolvers;
using GraphQL.SystemTextJson;
using GraphQL.Validation;
using NovaCorrente.Schema.GraphTypes.Sorting;

namespace NovaCorrente.Schema.Tests.GraphTypes;

/// <summary>What the engine makes of arguments before they are compiled.</summary>
public sealed class InputTests
{
    private Dictionary<string, object?> _seen = [];

    [Fact]
    public async Task Filters_stay_dictionaries_of_clr_values()
    {
        await RunAsync(
            "query($w: ThingFilterInput) { things(where: $w) { totalCount } }",
            """{"w": {"value": {"in": [0.1, null, 12345678901234567890.12]}, "dueOn": {"lt": "2024-02-29"}, "lid": {"eq": "LIGHT_YELLOW"}, "place": {"gt": 9007199254740993}, "madeAt": {"gte": "2024-01-01T00:00:00-03:00"}}}""");

        var where = Assert.IsAssignableFrom<IDictionary<string, object?>>(_seen["where"]);
        Assert.Equal(new object?[] { 0.1m, null, 12345678901234567890.12m }, (IEnumerable<object?>)Operand(where, "value", "in")!);
        Assert.Equal(new DateOnly(2024, 2, 29), Operand(where, "dueOn", "lt"));
        Assert.Equal("LIGHT_YELLOW", Operand(where, "lid", "eq"));
        Assert.Equal(9007199254740993L, Operand(where, "place", "gt"));
        Assert.Equal(new DateTime(2024, 1, 1, 3, 0, 0, DateTimeKind.Utc), Operand(where, "madeAt", "gte"));
    }

    [Fact]
    public async Task Sort_fields_in_variables_keep_the_order_in_which_they_were_written()
    {
        await RunAsync(
            "query($o: [ThingSortInput!]) { things(order: $o) { totalCount } }",
            """{"o": [{"value": "DESC", "number": "ASC", "box": {"place": "ASC", "shelf": "DESC"}, "colour": "ASC"}]}""");

        var order = Assert.Single((IEnumerable<object?>)_seen["order"]!);
        var fields = Assert.IsAssignableFrom<IDictionary<string, object?>>(order);
        Assert.Equal(["value", "number", "box", "colour"], fields.Keys);
        Assert.Equal(["place", "shelf"], ((IDictionary<string, object?>)fields["box"]!).Keys);
        Assert.Equal(SortDirection.Descending, fields["value"]);
    }

    [Fact]
    public async Task A_single_object_is_taken_for_a_list_of_one()
    {
        await RunAsync("{ things(order: { value: DESC }, where: { or: { number: { eq: 1 } } }) { totalCount } }", "{}");

        Assert.Single((IEnumerable<object?>)_seen["order"]!);
        Assert.Single((IEnumerable<object?>)((IDictionary<string, object?>)_seen["where"]!)["or"]!);
    }

    [Theory]
    [InlineData("""where: { value: { eq: "1" } }""")]
    [InlineData("where: { value: { eq: 1e40 } }")]
    [InlineData("where: { place: { eq: 1.5 } }")]
    [InlineData("where: { place: { eq: 9223372036854775808 } }")]
    [InlineData("where: { dueOn: { eq: 20240229 } }")]
    [InlineData("""where: { dueOn: { eq: "2024-2-9" } }""")]
    [InlineData("""where: { dueOn: { eq: "2023-02-29" } }""")]
    [InlineData("""where: { dueOn: { eq: "2024-02-29T00:00:00Z" } }""")]
    [InlineData("""where: { madeAt: { eq: "2024-02-29" } }""")]
    [InlineData("""where: { madeAt: { eq: "2024-02-29T10:00:00" } }""")]
    [InlineData("""where: { madeAt: { eq: "2024-02-29T10:00Z" } }""")]
    [InlineData("""where: { madeAt: { eq: "Z" } }""")]
    [InlineData("where: { lid: { eq: Blue } }")]
    [InlineData("""where: { lid: { eq: "BLUE" } }""")]
    [InlineData("where: { sides: { some: { in: [BLUE, null] } } }")]
    [InlineData("order: { sides: ASC }")]
    [InlineData("order: { value: asc }")]
    [InlineData("where: { isHeavy: { gt: true } }")]
    public async Task What_the_contract_does_not_allow_is_refused(string arguments)
    {
        var result = await ExecuteAsync($"{{ things({arguments}) {{ totalCount }} }}", "{}");

        Assert.NotNull(result.Errors);
        Assert.False(result.Executed);
    }

    [Theory]
    [InlineData("where: { value: { eq: 1e2 } }", 100d)]
    [InlineData("where: { value: { eq: -0.01 } }", -0.01d)]
    public async Task Numbers_are_accepted_in_every_json_spelling(string arguments, double expected)
    {
        await RunAsync($"{{ things({arguments}) {{ totalCount }} }}", "{}");

        Assert.Equal((decimal)expected, Operand((IDictionary<string, object?>)_seen["where"]!, "value", "eq"));
    }

    private static object? Operand(IDictionary<string, object?> where, string member, string operation) =>
        ((IDictionary<string, object?>)where[member]!)[operation];

    private async Task RunAsync(string query, string variables)
    {
        var result = await ExecuteAsync(query, variables);
        Assert.True(result.Errors is null, string.Join('\n', result.Errors?.Select(e => e.ToString()) ?? []));
    }

    private async Task<ExecutionResult> ExecuteAsync(string query, string variables)
    {
        var schema = EveryKind.Schema();
        var things = schema.Query.GetField("things")!;
        things.Resolver = new FuncFieldResolver<object>(context =>
        {
            _seen = context.Arguments!.ToDictionary(a => a.Key, a => a.Value.Value, StringComparer.Ordinal);
            return null;
        });
        return await new DocumentExecuter().ExecuteAsync(options =>
        {
            options.Schema = schema;
            options.Query = query;
            options.Variables = new GraphQLSerializer().Deserialize<Inputs>(variables);
            options.ValidationRules = DocumentValidator.CoreRules.Append(new WrittenOrderRule());
        });
    }
}
