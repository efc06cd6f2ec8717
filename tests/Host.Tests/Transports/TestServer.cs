using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NovaCorrente.Host.Explorer;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Transports;

namespace NovaCorrente.Host.Tests.Transports;

/// <summary>The real server on a free port, with <see cref="TestSchema"/> in place of the gold layer.</summary>
public sealed class TestServer : IAsyncLifetime
{
    /// <summary>The media type whose status tells the outcome.</summary>
    public const string ByOutcome = "application/graphql-response+json";

    private readonly (string Key, string Value)[] _settings;
    private readonly Action<IServiceCollection> _configure;
    private WebApplication? _app;

    public TestServer()
        : this(_ => { })
    {
    }

    internal TestServer(params (string Key, string Value)[] settings)
        : this(_ => { }, settings)
    {
    }

    internal TestServer(Action<IServiceCollection> configure, params (string Key, string Value)[] settings)
    {
        _configure = configure;
        _settings = settings;
    }

    internal TestSchema Schema { get; } = new();

    internal IServiceProvider Services => _app!.Services;

    public HttpClient Client { get; private set; } = null!;

    public Uri BaseAddress { get; private set; } = null!;

    public Uri Socket => new UriBuilder(BaseAddress) { Scheme = "ws", Path = "/graphql" }.Uri;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Configuration.AddInMemoryCollection(
            _settings.Append(("Server:Port", "0")).Select(setting => KeyValuePair.Create<string, string?>(setting.Item1, setting.Item2))
                .UnionBy([new("GraphQL:AllowIntrospection", "true"), new("Server:DrainDelay", "00:00:00")], setting => setting.Key, StringComparer.OrdinalIgnoreCase));
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.Services.AddWebServer();
        builder.Services.AddSingleton<ISchema>(Schema);
        builder.Services.AddGraphQLServer();
        builder.Services.AddExplorers();
        _configure(builder.Services);

        _app = builder.Build();
        _app.UseWebServer();
        _app.UseRouting();
        _app.MapNovaGraphQL();
        _app.MapExplorers();
        await _app.StartAsync();

        BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = new HttpClient { BaseAddress = BaseAddress };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
    }

    internal Task StopAsync() => _app!.StopAsync();

    public Task<HttpResponseMessage> PostAsync(string body, string? accept = ByOutcome, string contentType = "application/json", string path = "/graphql") =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } },
        }, accept);

    public Task<HttpResponseMessage> GetAsync(string path, string? accept = ByOutcome) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), accept);

    public Task<HttpResponseMessage> QueryAsync(string query, string? accept = ByOutcome) =>
        PostAsync(new JsonObject { ["query"] = query }.ToJsonString(), accept);

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? accept)
    {
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
