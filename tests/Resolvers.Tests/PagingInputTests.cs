using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CsCheck;
using NovaCorrente.Resolvers.Tests.Support;

namespace NovaCorrente.Resolvers.Tests;

/// <summary>Sizes and cursors that cannot be: refused with the contract's codes and words, never an internal error.</summary>
public sealed class PagingInputTests(GoldFixture gold) : IClassFixture<GoldFixture>
{
    [Theory]
    [InlineData("{ parts(first: 1001) { nodes { name } } }", "Query.parts", 1001)]
    [InlineData("{ parts(last: 2147483647) { nodes { name } } }", "Query.parts", int.MaxValue)]
    [InlineData("{ parts(first: 1, last: 1001) { nodes { name } } }", "Query.parts", 1001)]
    [InlineData("{ parts(where: { name: { in: [] } }, first: 1, last: 1001) { nodes { name } } }", "Query.parts", 1001)]
    [InlineData("{ parts { nodes { purchaseLines(first: 1001) { nodes { lineId } } } } }", "Part.purchaseLines", 1001)]
    public async Task A_page_above_the_limit_is_refused(string query, string coordinate, int requested)
    {
        using var answer = await gold.ExecuteAsync(query);
        var error = Error(answer, "HC0051", "The maximum allowed items per page were exceeded.");
        Assert.Equal(requested, error.GetProperty("requestedItems").GetInt32());
        Assert.Equal(1000, error.GetProperty("maxAllowedItems").GetInt32());
        Assert.Equal(coordinate, error.GetProperty("fieldCoordinate").GetString());
        Assert.Equal(coordinate, error.GetProperty("coordinate").GetString());
    }

    [Theory]
    [InlineData("{ parts(first: -1) { nodes { name } } }", null, "Query.parts", -1)]
    [InlineData("query Q($n: Int) { parts(last: $n) { totalCount } }", "{\"n\":-2147483648}", "Query.parts", int.MinValue)]
    [InlineData("{ parts { nodes { purchaseLines(last: -7) { totalCount nodes { lineId } } } } }", null, "Part.purchaseLines", -7)]
    public async Task A_negative_page_is_refused(string query, string? variables, string coordinate, int requested)
    {
        using var answer = await gold.ExecuteAsync(query, variables);
        var error = Error(answer, "HC0079", "The requested number of values per page must be at least 0.");
        Assert.Equal(requested, error.GetProperty("requestedItems").GetInt32());
        Assert.Equal(coordinate, error.GetProperty("coordinate").GetString());
    }

    [Fact]
    public async Task An_empty_page_knows_whether_rows_follow()
    {
        using var answer = await gold.ExecuteAsync("{ parts(first: 0) { totalCount nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }");
        Assert.Equal(
            """{"totalCount":60,"nodes":[],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}""",
            answer.RootElement.GetProperty("data").GetProperty("parts").GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("MA==")]
    [InlineData("not base64!")]
    [InlineData("😀")]
    [InlineData("AAAA")]
    [InlineData("\\u0000")]
    public async Task A_text_that_is_no_cursor_is_refused(string cursor)
    {
        await ShouldBeRefusedAsync($"{{ parts(after: \"{cursor}\") {{ nodes {{ name }} }} }}", null, "after");
        await ShouldBeRefusedAsync($"query Q($c: String) {{ parts(last: 2, before: $c) {{ pageInfo {{ hasNextPage }} }} }}", $"{{\"c\":\"{cursor}\"}}", "before");
    }

    [Theory]
    [InlineData("parts(after: $c)")]
    [InlineData("parts(after: $c, order: { name: DESC })")]
    [InlineData("parts(after: $c, order: [{ name: ASC }, { unit: ASC }])")]
    [InlineData("parts(after: $c, order: { family: { name: ASC } })")]
    [InlineData("families(after: $c, order: { name: ASC })")]
    public async Task A_cursor_of_another_order_or_table_is_refused(string field)
    {
        var cursor = await CursorAsync("parts(first: 1, order: { name: ASC })");
        await ShouldBeRefusedAsync($"query Q($c: String) {{ {field} {{ edges {{ cursor }} }} }}", $"{{\"c\":\"{cursor}\"}}", "after");
    }

    [Theory]
    [InlineData("purchaseLines", "quantity", "x")]
    [InlineData("purchaseLines", "quantity", "79228162514264337593543950336")]
    [InlineData("purchaseLines", "quantity", "")]
    [InlineData("purchaseLines", "quantity", "\\0")]
    [InlineData("purchaseLines", "requestToOrderDays", "2147483648")]
    [InlineData("purchaseLines", "sourceRow", "9223372036854775808")]
    [InlineData("purchaseLines", "sourceRow", "1.5")]
    [InlineData("purchaseLines", "isService", "true")]
    [InlineData("purchaseLines", "requestedOn", "2024-01-01")]
    [InlineData("purchaseLines", "requestedOn", "20240230")]
    [InlineData("demandForecasts", "generatedAt", "9223372036854775807")]
    [InlineData("demandForecasts", "generatedAt", "-62135596800000001")]
    [InlineData("demandForecasts", "generatedAt", "99999999999999999999")]
    public async Task A_cursor_with_a_value_that_cannot_be_is_refused(string list, string column, string value)
    {
        var cursor = await CursorAsync($"{list}(first: 1, order: {{ {column}: ASC }})");
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(':');
        parts[1] = value;
        var forged = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(':', parts)));
        await ShouldBeRefusedAsync($"query Q($c: String) {{ {list}(after: $c, order: {{ {column}: ASC }}) {{ edges {{ cursor }} }} }}", $"{{\"c\":\"{forged}\"}}", "after");
    }

    [Fact]
    public async Task A_mangled_cursor_is_refused_or_read_but_never_fails()
    {
        const string list = "demandForecasts(after: $c, order: [{ part: { name: DESC } }, { yhat: ASC }, { generatedAt: DESC }])";
        var cursor = await CursorAsync(list.Replace("after: $c", "first: 1", StringComparison.Ordinal));
        var bytes = Base64Url.DecodeFromChars(cursor);
        var mangled = Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte, Gen.Int[0, 3], (place, value, how) => how switch
        {
            0 => bytes[..place],
            1 => [.. bytes[..place], .. bytes[(place + 1)..]],
            2 => [.. bytes[..place], value, .. bytes[place..]],
            _ => [.. bytes[..place], value, .. bytes[(place + 1)..]],
        });
        await mangled.SampleAsync(
            async forged =>
            {
                var text = Base64Url.EncodeToString(forged);
                using var answer = await gold.ExecuteAsync($"query Q($c: String) {{ {list} {{ edges {{ cursor }} }} }}", $"{{\"c\":\"{text}\"}}");
                if (answer.RootElement.TryGetProperty("errors", out _))
                {
                    Assert.Equal(text, Error(answer, "HC0078", "The cursor specified in `after` has an invalid format.").GetProperty("cursor").GetString());
                }
            },
            iter: 400);
    }

    private async Task ShouldBeRefusedAsync(string query, string? variables, string argument)
    {
        using var answer = await gold.ExecuteAsync(query, variables);
        var error = Error(answer, "HC0078", $"The cursor specified in `{argument}` has an invalid format.");
        Assert.Equal(argument, error.GetProperty("argument").GetString());
        Assert.False(error.TryGetProperty("coordinate", out _));
    }

    private async Task<string> CursorAsync(string list)
    {
        using var answer = await gold.ExecuteAsync($"{{ list: {list} {{ pageInfo {{ endCursor }} }} }}");
        return answer.RootElement.GetProperty("data").GetProperty("list").GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
    }

    private static JsonElement Error(JsonDocument answer, string code, string message)
    {
        var field = Assert.Single(answer.RootElement.GetProperty("data").EnumerateObject());
        Assert.Equal(JsonValueKind.Null, field.Value.ValueKind);
        var error = Assert.Single(answer.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal(field.Name, Assert.Single(error.GetProperty("path").EnumerateArray()).GetString());
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        return error.GetProperty("extensions");
    }
}
