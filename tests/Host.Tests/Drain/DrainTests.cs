using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using NovaCorrente.Host.Cli;
using NovaCorrente.Host.Tests.Auth;
using NovaCorrente.Host.Tests.Cli;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Drain;

/// <summary>What SIGTERM does to a real process.</summary>
public sealed class DrainTests : IDisposable
{
    private const string Subscription = "subscription { onGoldRefreshed { snapshot { id } } }";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nova-drain-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Readiness_goes_at_once_requests_under_way_are_answered_and_subscriptions_end_in_order()
    {
        await using var service = await ServiceProcess.StartAsync(_folder.FullName, "--Server:DrainDelay=00:00:15", "--Server:ShutdownTimeout=00:02:00");
        await using var socket = await TestSocket.InitializeAsync(new UriBuilder(service.Address) { Scheme = "ws", Path = "/graphql" }.Uri, $"Bearer {TestTokens.Of(Role.Viewer)}");
        await socket.SendAsync($$$"""{"id":"1","type":"subscribe","payload":{"query":"{{{Subscription}}}"}}""");
        using var events = await StreamAsync(service.Client);
        var reading = events.Content.ReadAsStringAsync();
        var slow = new SlowBody("""{"query":"{ __typename }"}""");
        var asked = service.Client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = slow });
        await slow.Begun;

        service.Terminate();

        await Eventually.TrueAsync(async () => await ReadyAsync(service) == HttpStatusCode.ServiceUnavailable);
        using (var meanwhile = await service.Client.PostAsJsonAsync("/graphql", new { query = "{ __typename }" }))
        {
            Assert.Equal(HttpStatusCode.OK, meanwhile.StatusCode);
        }

        Assert.Equal((1001, "Server is shutting down"), await socket.ReceiveCloseAsync());
        await socket.CloseAsync();
        var told = await reading;
        Assert.StartsWith(":\n\n", told, StringComparison.Ordinal);
        Assert.DoesNotContain("complete", told, StringComparison.Ordinal);

        // Sockets are closed when no more requests are taken, so this one ends after that.
        slow.Finish();
        using var answer = await asked;
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal(ExitCode.Success, await service.ExitAsync());
        Assert.DoesNotContain("\"LogLevel\":\"Error\"", service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_under_way_ends_its_step_and_names_the_next_in_its_record()
    {
        var folder = "";
        var record = new JsonObject();
        for (var lines = 20_000; record["reason"] is null; lines *= 3)
        {
            // On a busy machine the run may be over before it can be stopped, and then a longer one is tried.
            folder = Path.Combine(_folder.FullName, $"{lines}");
            record = await StopInRunAsync(folder, lines);
        }

        Assert.Equal("ABORTED", ((string?)record["state"])?.ToUpperInvariant());
        Assert.Matches("^It was stopped on request before [a-z_.]+, which did not begin;", (string?)record["reason"]);
        Assert.Equal("SUCCEEDED", ((string?)record["steps"]!.AsArray()[^1]!["state"])?.ToUpperInvariant());
        Assert.NotNull(record["finishedAt"]);
        Assert.False(File.Exists(Path.Combine(folder, "lake", "gold", "current.json")));
        // What was read of the sources is kept for the next run; the folder of the run itself is gone.
        Assert.Equal(["bronze"], Directory.GetDirectories(Path.Combine(folder, "work")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Logs_are_json_with_the_trace_that_a_caller_named_and_the_heap_keeps_its_limit()
    {
        const string trace = "0af7651916cd43dd8448eb211c80319c";
        await using var service = await ServiceProcess.StartAsync(
            _folder.FullName, "--Server:HeapLimitMegabytes=200", "--Server:DrainDelay=00:00:00", "--Logging:LogLevel:Microsoft.AspNetCore.Hosting=Information");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}") { Headers = { { "traceparent", $"00-{trace}-b7ad6b7169203331-01" } } };
        using var answer = await service.Client.SendAsync(request);

        var health = JsonNode.Parse(await service.Client.GetStringAsync("/health"))!;
        Assert.Equal(200, (int)health["parts"]!["process"]!["data"]!["heapLimitMegabytes"]!);
        service.Terminate();
        Assert.Equal(ExitCode.Success, await service.ExitAsync());
        var lines = service.Output.Split('\n');
        Assert.All(lines, line => Assert.NotNull(JsonNode.Parse(line)!["LogLevel"]));
        Assert.True(lines.Any(line => line.Contains(trace, StringComparison.Ordinal)), service.Output);
    }

    /// <returns>The record of the run that a service had under way when it was told to stop.</returns>
    private static async Task<JsonObject> StopInRunAsync(string folder, int lines)
    {
        var sample = await CommandLineRun.RunAsync("sample", "--out", Path.Combine(folder, "landing"), "--lines", $"{lines}", "--until", "2026-03-31");
        Assert.Equal(ExitCode.Success, sample.ExitCode);
        await using var service = await ServiceProcess.StartAsync(folder, "--Server:DrainDelay=00:00:00");
        using var started = await service.Client.PostAsJsonAsync("/graphql", new { query = "mutation { runPipeline(input: {}) { pipelineRun { id } } }" });
        var id = (string?)(await started.JsonAsync())["data"]!["runPipeline"]!["pipelineRun"]!["id"];
        var log = Path.Combine(folder, "lake", "gold", "runs", $"{id}.json");
        await Eventually.TrueAsync(() => File.Exists(log) && File.ReadAllText(log).Contains("silver.", StringComparison.Ordinal));

        service.Terminate();

        Assert.Equal(ExitCode.Success, await service.ExitAsync());
        return JsonNode.Parse(await File.ReadAllTextAsync(log))!.AsObject();
    }

    private static async Task<HttpStatusCode> ReadyAsync(ServiceProcess service)
    {
        using var answer = await service.Client.GetAsync("/health/ready");
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> StreamAsync(HttpClient client) => client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = Subscription }),
            Headers = { { "Accept", "text/event-stream" } },
        },
        HttpCompletionOption.ResponseHeadersRead);

    /// <summary>A body of which the last part is held back.</summary>
    private sealed class SlowBody : HttpContent
    {
        // White space at first, lest the server takes the client for one that sends too slowly.
        private static readonly byte[] _padding = Encoding.UTF8.GetBytes(new string(' ', 100_000));

        private readonly byte[] _text;
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SlowBody(string text)
        {
            _text = Encoding.UTF8.GetBytes(text);
            Headers.ContentType = new("application/json");
        }

        public Task Begun => _begun.Task;

        public void Finish() => _finish.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_padding);
            await stream.FlushAsync();
            _begun.SetResult();
            await _finish.Task;
            await stream.WriteAsync(_text);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _padding.Length + _text.Length;
            return true;
        }
    }
}
