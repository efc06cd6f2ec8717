using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Redis;
using NovaCorrente.Host.Tests.Auth;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Schema.Access;

namespace NovaCorrente.Host.Tests.Hosting;

public sealed class NovaHostTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nova-host-");

    public void Dispose() => _folder.Remove();

    [Fact]
    public async Task The_whole_service_starts_on_an_empty_lake_and_serves_its_schema()
    {
        await using var app = Build();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.Of(Role.Viewer));

        Assert.Contains("type Query", await client.GetStringAsync("/graphql/schema"), StringComparison.Ordinal);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await client.GetStringAsync("/graphql?query={__typename}"));
        Assert.Equal("nosniff", (await client.GetAsync("/graphql/schema")).Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("--Server:Port=99999", "Port")]
    [InlineData("--GraphQL:ExecutionTimeout=00:00:00", "ExecutionTimeout")]
    [InlineData("--GraphQL:Http:MaxBatchSize=0", "MaxBatchSize")]
    [InlineData("--GraphQL:Http:DefaultFormat=EventStream", "DefaultFormat")]
    [InlineData("--GraphQL:Sockets:MaxOperations=0", "MaxOperations")]
    [InlineData("--PersistedOperations:InMemoryDocuments=0", "InMemoryDocuments")]
    [InlineData("--Redis:Port=0", "Port")]
    [InlineData("--Redis:Host=redis:6379", "Redis:Host")]
    [InlineData("--GraphQL:MaxRootFields=0", "MaxRootFields")]
    [InlineData("--GraphQL:Cost:MaxFieldCost=0", "MaxFieldCost")]
    [InlineData("--GraphQL:Concurrency:MaxExecutions=0", "MaxExecutions")]
    [InlineData("--Serving:Database:Connections=2", "MaxExports")]
    [InlineData("--RateLimit:Burst=0", "Burst")]
    [InlineData("--Server:TrustedProxies=10.0.0.0/99", "TrustedProxies")]
    [InlineData("--Server:CorsOrigins=dashboard.example", "CorsOrigins")]
    [InlineData("--Server:Certificate=tls.crt", "CertificateKey")]
    [InlineData("--Server:DrainDelay=1.00:00:00", "DrainDelay")]
    public async Task A_wrong_setting_is_named_at_the_start(string setting, string name)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(async () =>
        {
            await using var app = Build(setting);
            await app.StartAsync();
        });

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_the_deployment_guide_are_accepted_and_give_way_to_dotnets_own()
    {
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(
        [
            new("API_HOST", "0.0.0.0"),
            new("API_PORT", "8080"),
            new("CORS_ORIGINS", "https://a.example, https://b.example/"),
            new("Server:Port", "9090"),
            new("REDIS_HOST", "redis"),
            new("REDIS_PORT", "6380"),
            new("REDIS_PASSWORD", "wind"),
            new("REDIS_TLS", "true"),
        ]);

        configuration.AddDeploymentEnvironment();
        var options = configuration.GetSection("Server").Get<ServerOptions>()!;

        Assert.Equal(("0.0.0.0", 9090), (options.Host, options.Port));
        Assert.Equal(["https://a.example", "https://b.example"], options.Origins);
        var redis = configuration.GetSection("Redis").Get<RedisOptions>()!;
        Assert.Equal(("redis", 6380, "wind", true), (redis.Host, redis.Port, redis.Password, redis.Tls));
    }

    [Theory]
    [InlineData("https://dashboard.example", true)]
    [InlineData("https://evil.example", false)]
    public async Task Browsers_are_told_which_pages_may_read_answers(string origin, bool allowed)
    {
        await using var running = await HttpTests.StartAsync(("Server:CorsOrigins", "https://dashboard.example"));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql")
        {
            Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "content-type,authorization" } },
        };

        using var response = await running.Server.Client.SendAsync(preflight);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) && origins.Contains(origin));
    }

    [Fact]
    public async Task Pages_of_other_origins_may_read_what_is_said_about_an_answer()
    {
        await using var running = await HttpTests.StartAsync(("Server:CorsOrigins", "https://dashboard.example"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={hello}") { Headers = { { "Origin", "https://dashboard.example" } } };

        using var response = await running.Server.Client.SendAsync(request);

        Assert.Equal(
            ["Content-Disposition", "ETag", "GraphQL-Export-Limit", "Retry-After", "WWW-Authenticate", "X-Cache"],
            response.Headers.GetValues("Access-Control-Expose-Headers").SelectMany(value => value.Split(',')).Select(name => name.Trim()).Order(StringComparer.Ordinal));
    }

    private WebApplication Build(params string[] settings) => NovaHost.Build(
    [
        "--Server:Port=0",
        "--environment=Production",
        $"--Auth:SecretKey={TestTokens.Secret}",
        $"--Lake:Folder={Path.Combine(_folder.FullName, "lake")}",
        $"--Pipeline:WorkFolder={Path.Combine(_folder.FullName, "work")}",
        $"--Pipeline:LandingFolder={Path.Combine(_folder.FullName, "landing")}",
        $"--Serving:Folder={Path.Combine(_folder.FullName, "serving")}",
        .. settings,
    ]);
}
