using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NovaCorrente.EndToEnd.Support;

namespace NovaCorrente.EndToEnd;

/// <summary>What the README shows is what the service answers.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Every_query_has_the_answer_that_stands_below_it()
    {
        var examples = Example.Matches(await File.ReadAllTextAsync(Readme())).Select(m => (Query: m.Groups["query"].Value, Answer: m.Groups["answer"].Value)).ToList();
        await _place.WriteSampleAsync();
        await using var host = await HostProcess.StartAsync(_place);
        Assert.Equal("SUCCEEDED", await host.RunPipelineAsync());

        var answers = new List<string>();
        foreach (var (query, _) in examples)
        {
            answers.Add((await host.AskAsync(query)).ToJsonString());
        }

        Assert.Equal(5, examples.Count);
        Assert.Equal(examples.Select(example => JsonNode.Parse(example.Answer)!.ToJsonString()), answers);
    }

    [GeneratedRegex(@"```graphql\n(?<query>.*?)```\s+```json\n(?<answer>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Example { get; }

    private static string Readme([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "README.md");
}
