using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace NovaCorrente.EndToEnd.Soak;

/// <summary>Asks one thing after another, chosen by chance, and compares each answer with what its own revision of the source says.</summary>
internal sealed class SoakClient(SoakCluster cluster, SoakSource source, SoakLedger ledger, int seed)
{
    private const string Ours = $$"""where: { partCode: { startsWith: "{{SoakSource.Prefix}}" } }""";
    private const string Lines = $$"""purchaseLines(first: 1000, {{Ours}}, order: [{ requestNumber: ASC }]""";
    private const string ListOfLines = "{ totalCount nodes { requestNumber requestedOn quantity part { name } } }";

    // Which snapshot an answer is of, told in two ways: by the run that published it, and by the source.
    private const string Mark = $$"""mark: dataQuality(first: 1) { nodes { runId } } revision: parts(first: 1, {{Ours}}) { nodes { name } }""";
    private const string Groups =
        $$"""{ {{Mark}} asked: purchaseLinesAggregate({{Ours}}, groupBy: [PART_CODE]) { nodes { key { partCode } count quantity { sum min max } } } }""";

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    private readonly Random _random = new(seed);

    public async Task RunAsync(CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await NextAsync();
            }
            catch (Exception e)
            {
                ledger.Fault($"A request failed: {e.GetType().Name}: {e.Message}");
            }

            await Task.Delay(_pause * _random.Next(4), CancellationToken.None);
        }
    }

    private Task NextAsync()
    {
        var first = _random.Next(1, 4);
        return _random.Next(100) switch
        {
            < 20 => AskAsync("list", $$"""{ {{Mark}} asked: {{Lines}}) {{ListOfLines}} }""", source.List),
            < 38 => AskAsync(
                "nested list",
                $$"""{ {{Mark}} asked: parts(first: 1000, {{Ours}}, order: [{ partCode: ASC }]) { nodes { partCode name purchaseLines(first: {{first}}, order: [{ requestNumber: ASC }]) { totalCount nodes { quantity } } } } }""",
                revision => source.Nested(revision, first)),
            < 55 => AskAsync("aggregate", Groups, source.Groups),
            < 65 => SearchAsync($"{SoakSource.Prefix}0{_random.Next(8)}"),
            < 75 => ExportAsync(),
            < 88 => PersistedAsync(),
            < 93 => LookBackAsync(),
            < 99 => SendAsync("own work", new JsonObject { ["query"] = "{ pipelineRuns(first: 5) { nodes { id state } } goldSnapshot { id } goldTables { nodes { name rows } } }" }),
            _ => SendAsync("runPipeline", new JsonObject { ["query"] = "mutation { runPipeline(input: {}) { pipelineRun { id } errors { __typename } } }" }),
        };
    }

    private Task SearchAsync(string part) => AskAsync(
        "search", $$"""{ {{Mark}} asked: search(text: "{{part}}", types: [PART], first: 1) { nodes { key title } } }""", revision => source.Hit(revision, part));

    private async Task AskAsync(string kind, string query, Func<int, JsonNode> expected)
    {
        if (await SendAsync(kind, new JsonObject { ["query"] = query }) is { } data)
        {
            Check(kind, data, expected);
        }
    }

    // As clients with automatic persisted operations do: the hash alone at first, and the text where the hash is not known.
    private async Task PersistedAsync()
    {
        var body = new JsonObject
        {
            ["extensions"] = new JsonObject
            {
                ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Groups))) },
            },
        };
        var data = await SendAsync("persisted", body, "HC0020");
        if (data is null)
        {
            body["query"] = Groups;
            data = await SendAsync("persisted, with text", body);
        }

        if (data is not null)
        {
            Check("persisted", data, source.Groups);
        }
    }

    private async Task LookBackAsync()
    {
        if (ledger.Past is not { Count: > 0 } past)
        {
            return;
        }

        var (snapshot, revision) = past[_random.Next(past.Count)];
        var query = $$"""{ asked: {{Lines}}, asOf: "{{snapshot}}") {{ListOfLines}} }""";
        if (await SendAsync("look back", new JsonObject { ["query"] = query }, "LAKE_UNAVAILABLE") is { } data)
        {
            Compare($"look back to {snapshot}", source.List(revision), data["asked"]!);
        }
    }

    private async Task ExportAsync()
    {
        var query = $$"""{ {{Lines.Replace("first: 1000, ", "", StringComparison.Ordinal)}}) { nodes { requestNumber quantity part { name } } } }""";
        if (await PostAsync("export", new JsonObject { ["query"] = query }, "text/csv") is not { } text)
        {
            return;
        }

        var rows = text.Split("\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        var revision = SoakSource.RevisionIn(rows[0]);
        if (!rows.SequenceEqual(source.Csv(revision), StringComparer.Ordinal))
        {
            ledger.Fault($"An export of revision {revision} is wrong: {text}");
        }
    }

    private void Check(string kind, JsonNode data, Func<int, JsonNode> expected)
    {
        var revision = SoakSource.RevisionIn((string)data["revision"]!["nodes"]![0]!["name"]!);
        ledger.Saw((string)data["mark"]!["nodes"]![0]!["runId"]!, revision);
        Compare($"{kind} of revision {revision}", expected(revision), data["asked"]!);
    }

    private void Compare(string what, JsonNode expected, JsonNode answer)
    {
        if (!JsonNode.DeepEquals(expected, answer))
        {
            ledger.Fault($"The answer to {what} is wrong.\n  expected {expected.ToJsonString()}\n  got      {answer.ToJsonString()}");
        }
    }

    /// <returns>The data; null when the answer was a refusal that is allowed.</returns>
    private async Task<JsonNode?> SendAsync(string kind, JsonObject body, string? allowedCode = null)
    {
        if (await PostAsync(kind, body, "application/json") is not { } text)
        {
            return null;
        }

        var answer = JsonNode.Parse(text)!;
        if (answer["errors"] is not JsonArray errors)
        {
            return answer["data"]!;
        }

        if (allowedCode is not null && errors.All(error => (string?)error!["extensions"]?["code"] == allowedCode))
        {
            ledger.Refused($"{kind}: {allowedCode}");
            return null;
        }

        ledger.Fault($"{kind}: {text}");
        return null;
    }

    private async Task<string?> PostAsync(string kind, JsonObject body, string accept)
    {
        var replica = await cluster.PickAsync(_random, CancellationToken.None);
        var process = replica.Process;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(process.Address, "graphql"))
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
            Headers = { { "Accept", accept } },
        };
        var started = Stopwatch.GetTimestamp();
        using var response = await process.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        ledger.Answered(kind, Stopwatch.GetElapsedTime(started));
        if (response.StatusCode is HttpStatusCode.ServiceUnavailable && response.Headers.RetryAfter?.Delta is { } delay)
        {
            ledger.Refused($"{kind}: 503");
            await Task.Delay(delay);
            return null;
        }

        if (response.IsSuccessStatusCode)
        {
            return text;
        }

        ledger.Fault($"{kind}: {(int)response.StatusCode} from {replica.Name}: {text}");
        return null;
    }
}
