using System.Globalization;
using System.Text.Json;
using GraphQL;
using NovaCorrente.Resolvers.Tests.Support;
using NovaCorrente.Resolvers.Tests.Support.Naive;

namespace NovaCorrente.Resolvers.Tests;

/// <summary>Inputs at and beyond the edge of what a client would send.</summary>
public sealed class HostileInputTests(GoldFixture gold) : IClassFixture<GoldFixture>
{
    private readonly NaiveRows _rows = new(gold.Rows);

    public static TheoryData<string> Texts => new(
        "'", "''", "\"", "\\", "\\\\", "';--", "' OR 1=1 --", "\"; DROP TABLE \"part\"; --", "$1", "?", "%", "_", "%%", "\\%", "alpha\0", "\0", "a\0b",
        "😀", "\u0301", "\uFEFF", "\u202Ealpha", "\r\n\t", "null", "UNKNOWN", "{}", "[]", new string('a', 10_000), string.Concat(Enumerable.Repeat("😀", 1_000)));

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_is_only_ever_a_text(string text)
    {
        foreach (var operation in (string[])["eq", "neq", "contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith", "like", "nlike", "in", "nin"])
        {
            var json = JsonSerializer.Serialize(text);
            await ShouldAgreeAsync($"{{ parts(where: {{ name: {{ {operation}: {json} }} }}, first: 100) {{ nodes {{ name }} }} }}", null);
            await ShouldAgreeAsync($"query Q($w: PartFilterInput) {{ parts(where: $w, first: 100) {{ nodes {{ name }} }} }}", $"{{\"w\":{{\"name\":{{\"{operation}\":{json}}}}}}}");
        }
    }

    [Theory]
    [InlineData("purchaseLines", "quantity", "Decimal", "99999999999999.9999")]
    [InlineData("purchaseLines", "quantity", "Decimal", "100000000000000")]
    [InlineData("purchaseLines", "quantity", "Decimal", "-79228162514264337593543950335")]
    [InlineData("purchaseLines", "quantity", "Decimal", "0.0000000000000000000000000001")]
    [InlineData("purchaseLines", "quantity", "Decimal", "12.5e-1")]
    [InlineData("purchaseLines", "sourceRow", "Long", "9223372036854775807")]
    [InlineData("purchaseLines", "sourceRow", "Long", "-9223372036854775808")]
    [InlineData("purchaseLines", "requestToOrderDays", "Int", "2147483647")]
    [InlineData("purchaseLines", "requestToOrderDays", "Int", "-2147483648")]
    [InlineData("goldColumns", "minimum", "Float", "1e308")]
    [InlineData("goldColumns", "minimum", "Float", "-5e-324")]
    public async Task A_number_as_large_or_fine_as_its_type_is_compared_exactly(string list, string column, string type, string number)
    {
        foreach (var operation in (string[])["eq", "neq", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte", "in", "nin"])
        {
            await ShouldAgreeAsync($"{{ {list}(where: {{ {column}: {{ {operation}: {number} }} }}) {{ totalCount }} }}", null);
            var wrapped = operation is "in" or "nin" ? $"[{type}]" : type;
            if (number != "-5e-324")
            {
                await ShouldAgreeAsync($"query Q($n: {wrapped}) {{ {list}(where: {{ {column}: {{ {operation}: $n }} }}) {{ totalCount }} }}", $"{{\"n\":{number}}}");
            }
        }
    }

    [Theory]
    [InlineData("quantity", "Decimal", "1e400")]
    [InlineData("quantity", "Decimal", "79228162514264337593543950336")]
    [InlineData("quantity", "Decimal", "1234567890123456789012345678901234567890")]
    [InlineData("sourceRow", "Long", "9223372036854775808")]
    [InlineData("sourceRow", "Long", "1.5")]
    [InlineData("requestToOrderDays", "Int", "2147483648")]
    [InlineData("requestToOrderDays", "Int", "99999999999999999999999")]
    [InlineData("requestedOn", "LocalDate", "\"2024-02-30\"")]
    [InlineData("requestedOn", "LocalDate", "\"0000-01-01\"")]
    [InlineData("requestedOn", "LocalDate", "\"24-1-1\"")]
    public async Task A_value_beyond_its_type_is_a_mistake_of_the_request(string column, string type, string value)
    {
        using var literal = await gold.ExecuteAsync($"{{ purchaseLines(where: {{ {column}: {{ eq: {value} }} }}) {{ totalCount }} }}");
        ShouldBeInvalid(literal);
        using var variable = await gold.ExecuteAsync($"query Q($v: {type}) {{ purchaseLines(where: {{ {column}: {{ eq: $v }} }}) {{ totalCount }} }}", $"{{\"v\":{value}}}");
        ShouldBeInvalid(variable);
    }

    [Fact]
    public async Task Forty_digits_behind_the_point_are_rounded_to_what_a_decimal_holds() => await ShouldAgreeAsync(
        "{ purchaseLines(where: { quantity: { gt: 1.0000000000000000000000000000000000000001 } }) { totalCount } }", null);

    [Fact]
    public async Task Two_hundred_levels_of_conditions_are_no_problem()
    {
        const int depth = 200;
        object? filter = new Dictionary<string, object?> { ["name"] = new Dictionary<string, object?> { ["eq"] = "alpha" } };
        for (var i = 0; i < depth; i++)
        {
            var (combine, other) = (i % 2 == 0 ? "or" : "and", i.ToString(CultureInfo.InvariantCulture));
            var sibling = new Dictionary<string, object?> { ["name"] = new Dictionary<string, object?> { [i % 2 == 0 ? "eq" : "neq"] = other } };
            filter = new Dictionary<string, object?> { [combine] = new List<object?> { filter, sibling } };
        }

        const string query = "query Q($w: PartFilterInput) { parts(where: $w, first: 100) { nodes { name } } }";
        using var answer = await gold.ExecuteAsync(GoldFixture.Parse(query), new Inputs(new Dictionary<string, object?> { ["w"] = filter }));
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.All(answer.RootElement.GetProperty("data").GetProperty("parts").GetProperty("nodes").EnumerateArray(), n => Assert.Equal("alpha", n.GetProperty("name").GetString()));
        Assert.NotEmpty(answer.RootElement.GetProperty("data").GetProperty("parts").GetProperty("nodes").EnumerateArray());
    }

    [Fact]
    public async Task A_list_of_five_hundred_values_is_no_problem()
    {
        var codes = JsonSerializer.Serialize(gold.Rows.Of(gold.Rows.Model.Table("Part")).Where((_, i) => i % 2 == 0).Select(r => (string)r["partCode"]!)
            .Concat(Enumerable.Range(0, 470).Select(i => $"no such part {i.ToString(CultureInfo.InvariantCulture)}")));
        await ShouldAgreeAsync($"{{ parts(where: {{ partCode: {{ in: {codes} }} }}, first: 100) {{ totalCount nodes {{ partCode }} }} }}", null);
        await ShouldAgreeAsync("query Q($c: [String]) { parts(where: { partCode: { nin: $c } }, first: 100) { totalCount nodes { partCode } } }", $"{{\"c\":{codes}}}");
    }

    [Fact]
    public async Task A_field_that_is_asked_twice_under_many_names_is_answered_under_each()
    {
        var fields = string.Concat(Enumerable.Range(0, 25).Select(i => string.Create(CultureInfo.InvariantCulture, $" n{i}: name p{i}: purchaseLines(first: {i % 3}) {{ totalCount }}")));
        await ShouldAgreeAsync($"{{ parts(first: 2) {{ nodes {{{fields} }} }} }}", null);
    }

    private async Task ShouldAgreeAsync(string query, string? variables)
    {
        using var answer = await gold.ExecuteAsync(query, variables);
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), $"{query}: {errors}");
        var expected = NaiveEvaluator.Evaluate(gold.Schema, _rows, query, variables);
        Assert.Null(Answers.Difference(expected, answer.RootElement.GetProperty("data"), new Dictionary<string, Dictionary<string, object?>>()));
    }

    private static void ShouldBeInvalid(JsonDocument answer)
    {
        Assert.False(answer.RootElement.TryGetProperty("data", out _));
        Assert.NotEmpty(answer.RootElement.GetProperty("errors").EnumerateArray());
    }
}
