using System.Text.Json;
using NovaCorrente.Resolvers.Tests.Support;

namespace NovaCorrente.Resolvers.Tests;

/// <summary>Nulls that a filter or an order does not take are refused with HC0026, whether they come as literals or in variables.</summary>
public sealed class NullInputTests(GoldFixture gold) : IClassFixture<GoldFixture>
{
    [Theory]
    [InlineData("name", "eq", "String!", "StringOperationFilterInput")]
    [InlineData("name", "neq", "String!", "StringOperationFilterInput")]
    [InlineData("name", "contains", "String!", "StringOperationFilterInput")]
    [InlineData("name", "ncontains", "String!", "StringOperationFilterInput")]
    [InlineData("name", "startsWith", "String!", "StringOperationFilterInput")]
    [InlineData("name", "nstartsWith", "String!", "StringOperationFilterInput")]
    [InlineData("name", "endsWith", "String!", "StringOperationFilterInput")]
    [InlineData("name", "nendsWith", "String!", "StringOperationFilterInput")]
    [InlineData("name", "like", "String!", "StringOperationFilterInput")]
    [InlineData("name", "nlike", "String!", "StringOperationFilterInput")]
    [InlineData("name", "in", "[String]!", "StringOperationFilterInput")]
    [InlineData("name", "nin", "[String]!", "StringOperationFilterInput")]
    [InlineData("isService", "eq", "Boolean!", "BooleanOperationFilterInput")]
    [InlineData("isService", "neq", "Boolean!", "BooleanOperationFilterInput")]
    [InlineData("firstRequestedOn", "eq", "LocalDate!", "LocalDateOperationFilterInput")]
    [InlineData("firstRequestedOn", "in", "[LocalDate]!", "LocalDateOperationFilterInput")]
    [InlineData("firstRequestedOn", "gt", "LocalDate!", "LocalDateOperationFilterInput")]
    [InlineData("firstRequestedOn", "ngt", "LocalDate!", "LocalDateOperationFilterInput")]
    [InlineData("firstRequestedOn", "gte", "LocalDate!", "LocalDateOperationFilterInput")]
    [InlineData("firstRequestedOn", "ngte", "LocalDate!", "LocalDateOperationFilterInput")]
    [InlineData("firstRequestedOn", "lt", "LocalDate!", "LocalDateOperationFilterInput")]
    [InlineData("firstRequestedOn", "nlt", "LocalDate!", "LocalDateOperationFilterInput")]
    [InlineData("firstRequestedOn", "lte", "LocalDate!", "LocalDateOperationFilterInput")]
    [InlineData("firstRequestedOn", "nlte", "LocalDate!", "LocalDateOperationFilterInput")]
    [InlineData("purchaseLines", "some", "PurchaseLineFilterInput!", "ListFilterInputTypeOfPurchaseLineFilterInput")]
    [InlineData("purchaseLines", "none", "PurchaseLineFilterInput!", "ListFilterInputTypeOfPurchaseLineFilterInput")]
    [InlineData("purchaseLines", "all", "PurchaseLineFilterInput!", "ListFilterInputTypeOfPurchaseLineFilterInput")]
    [InlineData("purchaseLines", "any", "Boolean!", "ListFilterInputTypeOfPurchaseLineFilterInput")]
    public async Task An_operation_refuses_null(string member, string operation, string expectedType, string filterType)
    {
        await ShouldBeRefusedAsync($"{{ parts(where: {{ {member}: {{ {operation}: null }} }}) {{ totalCount }} }}", null, operation, expectedType, "filterType", filterType);
        await ShouldBeRefusedAsync(
            "query Q($w: PartFilterInput) { parts(where: $w) { totalCount } }",
            $"{{\"w\":{{\"{member}\":{{\"{operation}\":null}}}}}}",
            operation,
            expectedType,
            "filterType",
            filterType);
    }

    [Theory]
    [InlineData("name", "StringOperationFilterInput!", "PartFilterInput")]
    [InlineData("family", "FamilyFilterInput!", "PartFilterInput")]
    [InlineData("purchaseLines", "ListFilterInputTypeOfPurchaseLineFilterInput!", "PartFilterInput")]
    public async Task A_member_refuses_null(string member, string expectedType, string filterType) => await ShouldBeRefusedAsync(
        $"{{ parts(where: {{ {member}: null }}) {{ totalCount }} }}", null, member, expectedType, "filterType", filterType);

    [Fact]
    public async Task A_null_element_is_refused_where_no_row_can_be_without_a_value()
    {
        await ShouldBeRefusedAsync(
            "{ parts(where: { firstRequestedOn: { in: [\"2024-01-01\", null] } }) { totalCount } }", null, "in", "LocalDate!", "filterType", "LocalDateOperationFilterInput");
        await ShouldBeRefusedAsync(
            "query Q($d: [LocalDate]) { parts(where: { firstRequestedOn: { nin: $d } }) { totalCount } }",
            "{\"d\":[null]}",
            "nin",
            "LocalDate!",
            "filterType",
            "LocalDateOperationFilterInput");
    }

    [Theory]
    [InlineData("{ parts(order: { name: null }) { totalCount } }", null, "name", "SortEnumType!", "PartSortInput")]
    [InlineData("{ parts(order: [{ name: ASC }, { family: { name: null } }]) { totalCount } }", null, "name", "SortEnumType!", "FamilySortInput")]
    [InlineData("{ parts(order: { family: null }) { totalCount } }", null, "family", "FamilySortInput!", "PartSortInput")]
    [InlineData("query Q($o: [PartSortInput!]) { parts(order: $o) { totalCount } }", "{\"o\":{\"unit\":null}}", "unit", "SortEnumType!", "PartSortInput")]
    public async Task An_order_refuses_null(string query, string? variables, string field, string expectedType, string sortType)
    {
        using var answer = await gold.ExecuteAsync(query, variables);
        var error = Error(answer, "HC0026");
        Assert.Equal($"The provided value for sorting `{field}` of type {sortType} is invalid. Null values are not supported.", error.GetProperty("message").GetString());
        Assert.Equal(expectedType, error.GetProperty("extensions").GetProperty("expectedType").GetString());
        Assert.Equal(sortType, error.GetProperty("extensions").GetProperty("sortType").GetString());
    }

    [Theory]
    [InlineData("""{ parts(where: { name: { startsWith: null, contains: null }, firstRequestedOn: { in: [null, "2024-01-01", null] } }, order: [{ unit: null }]) { totalCount } }""")]
    [InlineData("{ parts(where: { or: [{ family: null }, { purchaseLines: { some: { quantity: { gte: null } } } }, { purchaseLines: { any: null } }] }, order: { name: null }) { totalCount } }")]
    [InlineData("{ parts { nodes { purchaseLines(where: { quantity: { lt: null } }, order: { quantity: null }) { nodes { quantity } } } totalCount edges { node { family { name } purchaseLinesAggregate(where: { part: { name: null }, unit: { in: null } }) { count } } } } }")]
    [InlineData("{ parts: purchaseLinesAggregate(groupBy: [UNIT], having: { count: null, quantity: { sum: { gt: null } } }, order: [{ key: { unit: null }, count: null }, { quantity: { sum: null, avg: ASC } }]) { nodes { count } } }")]
    public async Task Every_refused_null_is_told_in_the_order_of_the_document(string query)
    {
        using var answer = await gold.ExecuteAsync(query);
        Assert.True(answer.RootElement.TryGetProperty("data", out var data), answer.RootElement.ToString());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("parts").ValueKind);
        var errors = answer.RootElement.GetProperty("errors").EnumerateArray().ToList();
        Assert.All(errors, error => Assert.Equal(("HC0026", "parts"), (error.GetProperty("extensions").GetProperty("code").GetString(), error.GetProperty("path")[0].GetString())));
        Assert.Equal(
            Enumerable.Range(0, query.Length).Where(i => query.AsSpan(i).StartsWith("null")).Select(i => i + 1),
            errors.Select(error => error.GetProperty("locations")[0].GetProperty("column").GetInt32()));
    }

    [Theory]
    [InlineData("{ parts(where: null, order: null, first: null, last: null, after: null, before: null) { totalCount } }")]
    [InlineData("{ parts(where: { and: null, or: null }, order: []) { totalCount } }")]
    [InlineData("{ parts(where: { or: [{}], name: {}, family: {}, purchaseLines: {} }, order: [{}]) { totalCount } }")]
    [InlineData("query Q($w: PartFilterInput, $o: [PartSortInput!], $f: Int) { parts(where: $w, order: $o, first: $f) { totalCount } }")]
    [InlineData("query Q($s: String) { parts(where: { name: { eq: $s } }) { totalCount } }")]
    public async Task What_says_nothing_filters_nothing(string query)
    {
        using var answer = await gold.ExecuteAsync(query);
        Assert.Equal(60, answer.RootElement.GetProperty("data").GetProperty("parts").GetProperty("totalCount").GetInt32());
    }

    private async Task ShouldBeRefusedAsync(string query, string? variables, string operation, string expectedType, string typeName, string type)
    {
        using var answer = await gold.ExecuteAsync(query, variables);
        var error = Error(answer, "HC0026");
        Assert.Equal($"The provided value for filter `{operation}` of type {type} is invalid. Null values are not supported.", error.GetProperty("message").GetString());
        Assert.Equal(expectedType, error.GetProperty("extensions").GetProperty("expectedType").GetString());
        Assert.Equal(type, error.GetProperty("extensions").GetProperty(typeName).GetString());
        var column = error.GetProperty("locations")[0].GetProperty("column").GetInt32();
        Assert.StartsWith(variables is null ? "null" : "$", query[(column - 1)..], StringComparison.Ordinal);
    }

    private static JsonElement Error(JsonDocument answer, string code)
    {
        Assert.Equal(JsonValueKind.Null, answer.RootElement.GetProperty("data").GetProperty("parts").ValueKind);
        var error = Assert.Single(answer.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal("parts", Assert.Single(error.GetProperty("path").EnumerateArray()).GetString());
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        return error;
    }
}
