using System.Text.Json;
using CsCheck;
using NovaCorrente.Resolvers.Tests.Support;
using NovaCorrente.Resolvers.Tests.Support.Naive;
using NovaCorrente.Resolvers.Tests.Support.Queries;
using Xunit.Abstractions;

namespace NovaCorrente.Resolvers.Tests;

/// <summary>Page by page, in either direction and with any sizes, a list shows every row exactly once and in order.</summary>
public sealed class PagingPropertyTests(GoldFixture gold, ITestOutputHelper output) : IClassFixture<GoldFixture>
{
    private readonly NaiveRows _rows = new(gold.Rows);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_walk_shows_every_row_once_and_in_order(bool nested) =>
        await new WalkGen(gold.Schema, gold.Rows, nested).SampleAsync(CheckAsync, iter: Math.Max(120, Check.Iter), writeLine: output.WriteLine);

    private async Task CheckAsync(Walk walk)
    {
        var expected = Expected(walk);
        var forward = await WalkAsync(walk, expected.Count, isForward: true);
        Assert.Equal(expected, forward.Select(e => e.Key));
        var backward = await WalkAsync(walk, expected.Count, isForward: false);
        Assert.Equal(expected, backward.Select(e => e.Key));

        // A row has one cursor, whichever way it was reached.
        Assert.Equal(forward.Select(e => e.Cursor), backward.Select(e => e.Cursor));
    }

    private async Task<List<(string Key, string Cursor)>> WalkAsync(Walk walk, int count, bool isForward)
    {
        var query = GoldFixture.Parse(walk.With(isForward ? "first: $size, after: $cursor" : "last: $size, before: $cursor"));
        var seen = new List<(string Key, string Cursor)>();
        string? cursor = null;
        for (var page = 0; ; page++)
        {
            var size = walk.Sizes[page % walk.Sizes.Count];
            using var answer = await gold.ExecuteAsync(query, Variables(walk, size, cursor));
            var (rows, hasNext, hasPrevious) = Page(answer, walk);
            Assert.Equal(Math.Min(size, count - seen.Count), rows.Count);
            seen = isForward ? [.. seen, .. rows] : [.. rows, .. seen];
            var hasMore = isForward ? hasNext : hasPrevious;
            Assert.Equal(seen.Count < count, hasMore);
            Assert.Equal(page > 0, isForward ? hasPrevious : hasNext);
            if (!hasMore)
            {
                return seen;
            }

            cursor = isForward ? rows[^1].Cursor : rows[0].Cursor;
        }
    }

    private static (List<(string Key, string Cursor)> Rows, bool HasNext, bool HasPrevious) Page(JsonDocument answer, Walk walk)
    {
        Assert.True(!answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        var list = walk.Path.Aggregate(answer.RootElement.GetProperty("data"), (json, name) => json.GetProperty(name));
        var rows = list.GetProperty("edges").EnumerateArray()
            .Select(e => (Answers.Text(e.GetProperty("node")), e.GetProperty("cursor").GetString()!)).ToList();
        var info = list.GetProperty("pageInfo");
        Assert.Equal(rows.Select(r => r.Item2).FirstOrDefault(), info.GetProperty("startCursor").GetString());
        Assert.Equal(rows.Select(r => r.Item2).LastOrDefault(), info.GetProperty("endCursor").GetString());
        return (rows, info.GetProperty("hasNextPage").GetBoolean(), info.GetProperty("hasPreviousPage").GetBoolean());
    }

    /// <summary>The keys of all rows in order, as JSON.</summary>
    private List<string> Expected(Walk walk)
    {
        var all = NaiveEvaluator.Evaluate(gold.Schema, _rows, walk.With("first: 1000"), walk.Variables);
        var list = walk.Path.Aggregate(all, (json, name) => (NaiveObject)json[name]!);
        return [.. ((List<object?>)list["edges"]!).Select(edge => Answers.Text(((NaiveObject)edge!)["node"]))];
    }

    private static string Variables(Walk walk, int size, string? cursor)
    {
        var own = walk.Variables[1..^1];
        var given = $"\"size\":{size}{(cursor is null ? "" : $",\"cursor\":\"{cursor}\"")}";
        return $"{{{given}{(own.Length > 0 ? "," : "")}{own}}}";
    }
}
