using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Servers;

namespace NovaCorrente.Host.Tests.Redis;

public sealed class RedisAbsenceTests : IAsyncLifetime, IDisposable
{
    private readonly RedisServer _server = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nova-absence-");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _server.DisposeAsync();

    public void Dispose() => _folder.Remove();

    [Fact]
    public async Task The_service_starts_without_the_server_says_so_refuses_runs_by_name_and_mends_itself()
    {
        await using var app = Build();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };

        Assert.Equal("""{"data":{"pipelineRuns":{"nodes":[]}}}""", await QueryAsync(http, "{pipelineRuns{nodes{id}}}"));
        Assert.Equal("degraded", await StatusAsync(http));
        Assert.StartsWith(
            """{"data":{"runPipeline":{"pipelineRun":null,"errors":[{"__typename":"RunLockUnavailableError","message":"Redis at 127.0.0.1:""",
            await QueryAsync(http, "mutation{runPipeline(input:{}){pipelineRun{id}errors{__typename ...on Error{message}}}}"),
            StringComparison.Ordinal);
        Assert.Equal("""{"data":{"pipelineRuns":{"nodes":[]}}}""", await QueryAsync(http, "{pipelineRuns{nodes{id}}}"));

        await _server.InitializeAsync();
        await Eventually.TrueAsync(async () => await StatusAsync(http) == "healthy");
    }

    private WebApplication Build() => NovaHost.Build(
    [
        "--Server:Port=0",
        $"--Lake:Folder={Path.Combine(_folder.FullName, "lake")}",
        $"--Pipeline:LandingFolder={_folder.CreateSubdirectory("landing").FullName}",
        $"--Pipeline:WorkFolder={Path.Combine(_folder.FullName, "work")}",
        $"--Serving:Folder={Path.Combine(_folder.FullName, "serving")}",
        .. _server.Settings,
    ]);

    private static async Task<string> QueryAsync(HttpClient http, string query)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { query }), System.Text.Encoding.UTF8, "application/json");
        using var response = await http.PostAsync("/graphql", content);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<string?> StatusAsync(HttpClient http)
    {
        using var health = JsonDocument.Parse(await http.GetStringAsync("/health"));
        return health.RootElement.GetProperty("parts").GetProperty("redis").GetProperty("status").GetString();
    }
}
