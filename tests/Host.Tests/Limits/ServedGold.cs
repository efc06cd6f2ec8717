using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Tests.Auth;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Limits;

/// <summary>The whole service on an empty lake.</summary>
public sealed class ServedGold : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nova-limits-");
    private readonly string[] _settings;
    private WebApplication? _app;

    public ServedGold()
        : this([])
    {
    }

    internal ServedGold(params string[] settings) => _settings = settings;

    public HttpClient Client { get; private set; } = null!;

    internal IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        _app = NovaHost.Build(
        [
            "--Server:Port=0",
            "--environment=Production",
            "--Server:DrainDelay=00:00:00",
            $"--Auth:SecretKey={TestTokens.Secret}",
            $"--Lake:Folder={Path.Combine(_folder.FullName, "lake")}",
            $"--Pipeline:WorkFolder={Path.Combine(_folder.FullName, "work")}",
            $"--Pipeline:LandingFolder={_folder.CreateSubdirectory("landing").FullName}",
            $"--Serving:Folder={Path.Combine(_folder.FullName, "serving")}",
            .. _settings,
        ]);
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        Client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.Of(Role.Admin));
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _folder.Remove();
    }

    internal async Task<HttpResponseMessage> QueryAsync(string query, JsonObject? variables = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query, variables }),
            Headers = { { "Accept", "application/graphql-response+json" } },
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await Client.SendAsync(request);
    }

    /// <summary>What a query costs, as the service tells without running it.</summary>
    internal async Task<(double Field, double Type)> CostAsync(string query, JsonObject? variables = null)
    {
        using var response = await QueryAsync(query, variables, ("GraphQL-Cost", "validate"));
        var text = await response.Content.ReadAsStringAsync();
        var answer = JsonNode.Parse(text)!;
        Assert.True(answer["extensions"] is not null, text);
        Assert.Equal(["extensions"], answer.AsObject().Select(p => p.Key));
        var cost = answer["extensions"]!["operationCost"]!;
        return ((double)cost["fieldCost"]!, (double)cost["typeCost"]!);
    }
}
