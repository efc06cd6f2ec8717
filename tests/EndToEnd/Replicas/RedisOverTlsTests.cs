using System.Text.Json.Nodes;
using NovaCorrente.EndToEnd.Support;
using NovaCorrente.Servers;

namespace NovaCorrente.EndToEnd.Replicas;

/// <summary>The way to Redis can be encrypted, and then nobody is believed whose certificate is not trusted.</summary>
public sealed class RedisOverTlsTests : IAsyncLifetime
{
    private readonly Workplace _place = new();
    private readonly RedisServer _redis;
    private string _authority = "";

    public RedisOverTlsTests() => _redis = new RedisServer { Certificates = _place.Folder };

    private string[] Settings => [.. _redis.Settings, "--Redis:Host=localhost", $"--Redis:Port={_redis.TlsPort}", "--Redis:Tls=true"];

    public async Task InitializeAsync()
    {
        _authority = TestAuthority.Write(_place.Folder);
        await _redis.InitializeAsync();
        await _place.WriteSampleAsync(lines: 200);
    }

    public async Task DisposeAsync()
    {
        await _redis.DisposeAsync();
        _place.Dispose();
    }

    [Fact]
    public async Task A_server_of_a_trusted_authority_is_worked_with()
    {
        await using var host = await HostProcess.StartAsync(_place, new Dictionary<string, string> { ["SSL_CERT_FILE"] = _authority }, Settings);

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await RedisIsAsync(host, health => (string?)health["status"] == "healthy", patience.Token);
        var (_, snapshot) = await TwoReplicas.PublishAsync(host, patience.Token);
        Assert.NotEmpty(snapshot);
    }

    [Fact]
    public async Task A_server_that_nobody_vouches_for_is_as_good_as_away_and_the_health_says_why()
    {
        await using var host = await HostProcess.StartAsync(_place, Settings);

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await RedisIsAsync(host, health => (string?)health["status"] == "degraded" && ((string)health["detail"]!).Contains("certificate", StringComparison.Ordinal), patience.Token);
        var refusal = await host.AskAsync("mutation{runPipeline(input:{}){pipelineRun{id}errors{__typename}}}");
        Assert.Equal("""{"pipelineRun":null,"errors":[{"__typename":"RunLockUnavailableError"}]}""", refusal["runPipeline"]!.ToJsonString());
    }

    // The first attempt to connect may still be under way.
    private static async Task RedisIsAsync(HostProcess host, Func<JsonNode, bool> expected, CancellationToken cancellationToken)
    {
        JsonNode health;
        while (!expected(health = await TwoReplicas.HealthAsync(host, "redis")))
        {
            Assert.False(cancellationToken.IsCancellationRequested, health.ToJsonString());
            await Task.Delay(100, CancellationToken.None);
        }
    }
}
