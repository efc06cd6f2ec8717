using CsCheck;
using NovaCorrente.Resolvers.Tests.Support;
using NovaCorrente.Resolvers.Tests.Support.Naive;
using NovaCorrente.Resolvers.Tests.Support.Queries;
using Xunit.Abstractions;
using Row = System.Collections.Generic.Dictionary<string, object?>;

namespace NovaCorrente.Resolvers.Tests;

/// <summary>
/// Random queries over the whole schema give what a naive evaluation of the same rows gives. <c>CsCheck_Iter</c> asks for more cases than
/// usual and <c>CsCheck_Seed</c> for one case again; a failure prints its seed.
/// </summary>
public sealed class QueryPropertyTests(GoldFixture gold, ITestOutputHelper output) : IClassFixture<GoldFixture>
{
    private static readonly Dictionary<string, Row> NoCursors = [];

    private readonly NaiveRows _rows = new(gold.Rows);

    [Fact]
    public async Task Every_query_gives_what_a_naive_evaluation_gives()
    {
        var cases = Math.Max(3000, Check.Iter);
        await new QueryGen(gold.Schema, gold.Rows).SampleAsync(CheckAsync, iter: cases, writeLine: output.WriteLine);
    }

    private async Task CheckAsync(GeneratedQuery query)
    {
        var (cursors, variables) = query.Cursors is { } arguments ? await CursorsAsync(query, arguments) : (NoCursors, query.Variables);
        using var answer = await gold.ExecuteAsync(query.Text, variables);
        Assert.True(!answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        var expected = NaiveEvaluator.Evaluate(gold.Schema, _rows, query.Text, variables, cursors);
        if (Answers.Difference(expected, answer.RootElement.GetProperty("data"), cursors) is { } difference)
        {
            Assert.Fail(difference);
        }
    }

    /// <summary>All cursors of the list, with their rows; and the variables of the query, with the cursors that it wants.</summary>
    private async Task<(Dictionary<string, Row> Cursors, string Variables)> CursorsAsync(GeneratedQuery query, CursorArguments arguments)
    {
        var table = gold.Rows.Model.Table(arguments.Table);
        using var all = await gold.ExecuteAsync(arguments.Text, arguments.Variables);
        var cursors = new Dictionary<string, Row>();
        var edges = all.RootElement.GetProperty("data").GetProperty(table.Plural).GetProperty("edges").EnumerateArray().ToList();
        foreach (var edge in edges)
        {
            var key = table.Key.Select(k => edge.GetProperty("node").GetProperty(k.FieldName)).ToList();
            var row = _rows.Of(table).Single(r => table.Key.Select((k, i) => Answers.Difference(NaiveValues.Show(r[k.FieldName]), key[i], NoCursors) is null).All(same => same));
            cursors.Add(edge.GetProperty("cursor").GetString()!, row);
        }

        var given = new[] { ("after", arguments.After), ("before", arguments.Before) }
            .Where(a => a.Item2 is not null && edges.Count > 0)
            .Select(a => $"\"{a.Item1}\":\"{edges[a.Item2!.Value * edges.Count / 100].GetProperty("cursor").GetString()}\"");
        return (cursors, $"{{{string.Join(',', [.. given, .. query.Variables.Length > 2 ? [query.Variables[1..^1]] : Array.Empty<string>()])}}}");
    }
}
