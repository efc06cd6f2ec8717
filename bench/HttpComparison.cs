using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using DuckDB.NET.Data;

namespace NovaCorrente.Bench;

/// <summary>Served queries beside the same SQL run bare: through DuckDB.NET, on the same file, reading every value.</summary>
internal static class HttpComparison
{
    private static readonly (string Name, string Query)[] Queries =
    [
        ("page of 50 with a to-one join", "{ purchaseLines(first: 50) { nodes { lineId quantity requestedOn orderedOn unit part { name familyName } } } }"),
        ("page of 1000 with a to-one join", "{ purchaseLines(first: 1000) { nodes { lineId quantity requestedOn orderedOn unit part { name familyName } } } }"),
        ("group by family and month", "{ purchaseLinesAggregate(groupBy: [PART_FAMILY_NAME, REQUESTED_ON_MONTH], first: 1000) { nodes { key { partFamilyName requestedOnMonth } count quantity { sum } } } }"),
    ];

    public static async Task RunAsync(Arguments data)
    {
        await NovaProcess.PrepareAsync(data);
        var port = FreePort();
        using var server = NovaProcess.Start(data, "serve", $"--Server:Port={port}", "--RateLimit:RequestsPerSecond=0", "--Server:DrainDelay=00:00:00");
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(5) };

            // Every answer is made for its request, or the cache would be what is measured.
            http.DefaultRequestHeaders.Add("Cache-Control", "no-cache");
            await ReadyAsync(http);
            var file = Directory.GetFiles(Path.Combine(data.Folder, "serving"), "*.duckdb").Single();
            await using var bare = new DuckDBConnection($"Data Source={file};ACCESS_MODE=READ_ONLY");
            await bare.OpenAsync();
            foreach (var (name, query) in Queries)
            {
                var (sql, parameters) = await ExplainAsync(http, query);
                var comparison = await Timing.CompareAsync(100, () => AskAsync(http, query), () => Task.FromResult(ReadAll(bare, sql, parameters)));
                Console.WriteLine($"{name}, over HTTP to bare: {comparison}");
            }

            using var keeping = new HttpClient { BaseAddress = http.BaseAddress };
            foreach (var (name, query) in Queries)
            {
                Console.WriteLine($"{name}, made anew to kept: {await Timing.CompareAsync(100, () => AskAsync(http, query), () => AskAsync(keeping, query))}");
            }

            await DocumentsAsync(http);
            await PagesAsync(http);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    // One document again and again, and the same with a comment that makes it another document each time.
    private static async Task DocumentsAsync(HttpClient http)
    {
        const string query = "{ families(first: 3) { nodes { name isService } } }";
        var serial = 0;
        var comparison = await Timing.CompareAsync(
            400, () => AskAsync(http, $"{query} # {serial++.ToString(CultureInfo.InvariantCulture)}"), () => AskAsync(http, query));
        Console.WriteLine($"time of a document to parse, validate and compile to that of a known one: {comparison}");
    }

    private static async Task PagesAsync(HttpClient http)
    {
        const string selection = "{ nodes { lineId quantity } pageInfo { endCursor } }";
        var cursor = await CursorAtAsync(http, 10_000);
        var first = $"{{ purchaseLines(first: 50) {selection} }}";
        var far = $"{{ purchaseLines(first: 50, after: \"{cursor}\") {selection} }}";
        var comparison = await Timing.CompareAsync(200, () => AskAsync(http, far), () => AskAsync(http, first));
        Console.WriteLine($"page 10,000 to page 1: {comparison}");
    }

    private static async Task<string> CursorAtAsync(HttpClient http, int page)
    {
        string? cursor = null;
        for (var rows = 0; rows < page * 50; rows += 1000)
        {
            var after = cursor is null ? "" : $", after: \"{cursor}\"";
            using var answer = await AnswerAsync(http, $"{{ purchaseLines(first: 1000{after}) {{ pageInfo {{ endCursor }} }} }}");
            cursor = answer.RootElement.GetProperty("data").GetProperty("purchaseLines").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        return cursor!;
    }

    private static async Task<(string Sql, IReadOnlyList<string> Parameters)> ExplainAsync(HttpClient http, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("GraphQL-Explain", "1");
        using var response = await http.SendAsync(request);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        var explanation = answer.RootElement.GetProperty("extensions").GetProperty("explain")[0];
        return (explanation.GetProperty("sql").GetString()!, [.. explanation.GetProperty("parameters").EnumerateArray().Select(p => p.GetString()!)]);
    }

    private static long ReadAll(DuckDBConnection connection, string sql, IReadOnlyList<string> parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(long.Parse(parameter, CultureInfo.InvariantCulture)));
        }

        using var reader = command.ExecuteReader();
        var values = 0L;
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                values += reader.GetValue(i) is DBNull ? 0 : 1;
            }
        }

        return values;
    }

    private static async Task AskAsync(HttpClient http, string query)
    {
        using var response = await http.PostAsync("/graphql", JsonContent.Create(new { query }));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode || bytes.AsSpan().StartsWith("{\"errors\""u8))
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(bytes));
        }
    }

    private static async Task<JsonDocument> AnswerAsync(HttpClient http, string query)
    {
        using var response = await http.PostAsync("/graphql", JsonContent.Create(new { query }));
        return JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task ReadyAsync(HttpClient http)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await AskAsync(http, "{ families(first: 1) { nodes { name } } }");
                return;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(3))
            {
                await Task.Delay(200);
            }
        }
    }
}
