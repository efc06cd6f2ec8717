using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace NovaCorrente.Host.Tests.Alerts;

/// <summary>Takes messages as Slack does, and answers as a test says.</summary>
internal sealed class StubWebhook : IAsyncDisposable
{
    private readonly WebApplication _server;

    private StubWebhook(WebApplication server) => _server = server;

    public ConcurrentQueue<string> Texts { get; } = new();

    /// <summary>What the next requests are answered with; 200 when there is nothing more.</summary>
    public ConcurrentQueue<HttpStatusCode> Answers { get; } = new();

    public bool IsDown { get; set; }

    public int Requests { get; private set; }

    public string Url => _server.Urls.Single() + "/services/secret";

    public static async Task<StubWebhook> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var stub = new StubWebhook(server);
        server.MapPost("/services/secret", stub.TakeAsync);
        await server.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        Requests++;
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        if (IsDown || (Answers.TryDequeue(out var answer) && answer is not HttpStatusCode.OK))
        {
            http.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
            return;
        }

        Texts.Enqueue(body.RootElement.GetProperty("text").GetString()!);
    }
}
