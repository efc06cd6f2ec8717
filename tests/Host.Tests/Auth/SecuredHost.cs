using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Host.Auth.Keys;
using NovaCorrente.Host.Cli;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Tests.Cli;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Auth;

/// <summary>The whole service as in production, with published gold and a secret.</summary>
public sealed class SecuredHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nova-auth-").FullName;
    private WebApplication? _app;

    public HttpClient Client { get; private set; } = null!;

    public Uri Socket => new UriBuilder(Client.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri;

    /// <summary>Settings with which the command line works on the lake of this host.</summary>
    public string[] Settings =>
    [
        "--set", $"Lake:Folder={Path.Combine(_folder, "lake")}",
        "--set", $"Pipeline:WorkFolder={Path.Combine(_folder, "work")}",
        "--set", $"Serving:Folder={Path.Combine(_folder, "command-line")}",
        "--set", $"Auth:SecretKey={TestTokens.Secret}",
    ];

    internal ILake Lake => _app!.Services.GetRequiredService<ILake>();

    internal ISchema Schema => _app!.Services.GetRequiredService<ISchema>();

    internal ApiKeyStore Keys => _app!.Services.GetRequiredService<ApiKeyStore>();

    public async Task InitializeAsync()
    {
        var landing = Path.Combine(_folder, "landing");
        await SucceedAsync("sample", "--out", landing, "--lines", "600", "--until", "2026-03-31");
        await SucceedAsync(["run-pipeline", "--landing", landing, .. Settings]);
        await SucceedAsync(["run-pipeline", "--force", "--landing", landing, .. Settings]);
        _app = NovaHost.Build(
        [
            "--environment=Production",
            "--Server:Port=0",
            "--Schedules:Enabled=false",
            "--Logging:LogLevel:Default=None",
            "--Auth:KeyCacheTime=00:00:00.200",
            $"--Auth:SecretKey={TestTokens.Secret}",
            $"--Lake:Folder={Path.Combine(_folder, "lake")}",
            $"--Pipeline:WorkFolder={Path.Combine(_folder, "work")}",
            $"--Pipeline:LandingFolder={landing}",
            $"--Serving:Folder={Path.Combine(_folder, "serving")}",
        ]);
        await _app.StartAsync();
        Client = new HttpClient
        {
            BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        };
        await WaitForGoldAsync();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        new DirectoryInfo(_folder).Remove();
    }

    /// <summary>The answer to a query, asked with a role, or by nobody.</summary>
    internal async Task<JsonNode> AskAsync(string query, Role? role)
    {
        using var response = await SendAsync(query, role is { } known ? TestTokens.Of(known) : null);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Sends a query with a token, or without one.</summary>
    internal Task<HttpResponseMessage> SendAsync(string query, string? token, string accept = "application/graphql-response+json") =>
        SendAsync(query, request => request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token), accept);

    internal Task<HttpResponseMessage> SendAsync(string query, Action<HttpRequestMessage> change, string accept = "application/graphql-response+json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(new JsonObject { ["query"] = query }.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        change(request);
        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private async Task WaitForGoldAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while ((await AskAsync("{ parts(first: 1) { totalCount } }", Role.Viewer))["errors"] is not null)
        {
            await Task.Delay(50, limit.Token);
        }
    }

    private static async Task SucceedAsync(params string[] command)
    {
        var run = await CommandLineRun.RunAsync(command);
        Assert.True(run.ExitCode == ExitCode.Success, run.Output + run.Error);
    }
}
