using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NovaCorrente.Host.Caching;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Redis;
using NovaCorrente.Host.Transports;
using NovaCorrente.Pipeline;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Resolvers;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Pipeline;
using NovaCorrente.Resolvers.Serving;

namespace NovaCorrente.Host.Tests.Caching;

/// <summary>The service on a lake, where a header says in which role a caller asks.</summary>
internal sealed class CachedGold : IAsyncDisposable
{
    private readonly DirectoryInfo _serving = Directory.CreateTempSubdirectory("nova-serving-");
    private readonly WebApplication _app;

    private CachedGold(GoldLake lake, string[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Configuration.AddCommandLine([.. lake.Settings, "--Server:Port=0", "--Server:DrainDelay=00:00:00", $"--Serving:Folder={_serving.FullName}", .. settings]);
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.Services.AddWebServer();
        builder.Services.AddLake(builder.Configuration);
        builder.Services.AddRedis(builder.Configuration);
        builder.Services.AddPipeline(builder.Configuration);
        builder.Services.AddSingleton<IAccessPolicy, RoleAccessPolicy>();
        builder.Services.AddGoldResolvers(serving => serving.Folder = _serving.FullName);
        builder.Services.AddPipelineFields();
        builder.Services.AddResponseCache();
        builder.Services.AddGraphQLServer();

        _app = builder.Build();
        _app.Use((http, next) =>
        {
            if (Caller.Parse(http.Request.Headers["Role"].ToString()) is { } role)
            {
                http.User = Caller.Create("header", "somebody", "somebody", [role], null);
            }

            return next(http);
        });
        _app.UseRouting();
        _app.MapNovaGraphQL();
    }

    public HttpClient Client { get; } = new();

    public string Snapshot => _app.Services.GetRequiredService<IGoldStatus>().Current!.Id;

    public static async Task<CachedGold> StartAsync(GoldLake lake, params string[] settings)
    {
        var gold = new CachedGold(lake, settings);
        await gold._app.StartAsync();
        gold.Client.BaseAddress = new Uri(gold._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return gold;
    }

    public Task<Answer> PostAsync(string query, JsonObject? variables = null, string role = "ADMIN", params (string Name, string Value)[] headers)
    {
        var body = new JsonObject { ["query"] = query, ["variables"] = variables };
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") }, role, headers);
    }

    public Task<Answer> GetAsync(string query, string role = "ADMIN", params (string Name, string Value)[] headers) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}"), role, headers);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _serving.Remove();
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request, string role, (string Name, string Value)[] headers)
    {
        using var sent = request;
        sent.Headers.Add("Role", role);
        foreach (var (name, value) in headers)
        {
            sent.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(sent);
        return new Answer(
            (int)response.StatusCode,
            response.Headers.TryGetValues("X-Cache", out var cache) ? cache.Single() : null,
            response.Headers.ETag?.ToString(),
            response.Headers.CacheControl?.ToString(),
            await response.Content.ReadAsStringAsync());
    }

    /// <summary>An answer with what it says of the cache.</summary>
    internal sealed record Answer(int Status, string? Cache, string? Tag, string? CacheControl, string Body);
}
