using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Host.Tests.Limits;
using NovaCorrente.Host.Tests.Transports;

namespace NovaCorrente.Host.Tests.Telemetry;

public sealed class TraceTests : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<byte[]>> _received = new(StringComparer.Ordinal);
    private readonly WebApplication _collector;

    public TraceTests()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _collector = builder.Build();
        _collector.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            _received.GetOrAdd(http.Request.Path.Value!, _ => new()).Enqueue(body.ToArray());
            http.Response.ContentType = "application/x-protobuf";
        });
    }

    public async ValueTask DisposeAsync() => await _collector.DisposeAsync();

    [Fact]
    public async Task A_collector_is_told_of_requests_plans_statements_and_runs()
    {
        await _collector.StartAsync();
        var address = _collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await using var running = new RunningGold($"--Telemetry:OtlpEndpoint={address}", "--Telemetry:OtlpProtocol=HttpProtobuf", "--Telemetry:ServiceName=nova-traced");
        await running.StartAsync();

        using var answered = await running.Gold.QueryAsync("""query Tables { goldTables(first: 1, where: { name: { neq: "a secret" } }) { nodes { name } } }""");
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        using var run = await running.Gold.QueryAsync("mutation Go { runPipeline(input: {}) { pipelineRun { id } } }");
        Assert.Equal(HttpStatusCode.OK, run.StatusCode);

        foreach (var told in (string[])["nova-traced", "query Tables", "mutation Go", "gold.List", "gold.plan.cached", "duckdb.statement", "pipeline.run", "pipeline.step bronze."])
        {
            await Eventually.TrueAsync(() => Traces().Contains(told, StringComparison.Ordinal));
        }

        Assert.DoesNotContain("a secret", Traces(), StringComparison.Ordinal);
    }

    // Names stand in the protocol's messages as they are.
    private string Traces() => string.Concat(_received.GetOrAdd("/v1/traces", _ => new()).Select(body => Encoding.UTF8.GetString(body)));
}
