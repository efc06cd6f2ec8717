using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Host.Redis;
using NovaCorrente.Host.Requests.Persisted;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Servers;

namespace NovaCorrente.Host.Tests.Redis;

public sealed class RedisDocumentTests : IAsyncLifetime
{
    private const string Query = "query Greet($n:String){hello(name:$n)}";
    private static readonly string _hash = OperationDocumentResolver.Hash(Query);

    private readonly RedisServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_document_registered_with_one_replica_is_known_to_all_under_its_bare_hash()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();

        using var registration = await one.Server.PostAsync(ByHash(Query));
        Assert.Contains("\"persisted\":true", await registration.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var hit = await other.Server.PostAsync(ByHash());
        Assert.Equal("""{"data":{"hello":"Olá, mundo!"}}""", await hit.Content.ReadAsStringAsync());
        var database = await DatabaseAsync(one);
        Assert.Equal(Query, await database.StringGetAsync(_hash));
        Assert.Null(await database.KeyTimeToLiveAsync(_hash));
    }

    [Fact]
    public async Task A_trusted_document_put_into_Redis_runs_by_its_id_and_no_longer_when_it_is_taken_out()
    {
        await using var running = await StartAsync(("PersistedOperations:OnlyAllowPersistedDocuments", "true"));
        var database = await DatabaseAsync(running);
        await database.StringSetAsync("greet-1", "query($n:String){hello(name:$n)}");

        using var known = await running.Server.GetAsync("""/graphql/persisted/greet-1?variables={"n":"Íris"}""");
        Assert.Equal("""{"data":{"hello":"Olá, Íris!"}}""", await known.Content.ReadAsStringAsync());

        await database.KeyDeleteAsync("greet-1");
        using var gone = await running.Server.GetAsync("/graphql/persisted/greet-1");
        await gone.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0020", "The specified persisted operation key is invalid.");
    }

    [Fact]
    public async Task A_document_expires_where_a_time_is_set_counted_from_its_storing()
    {
        await using var running = await StartAsync(("Redis:DocumentExpiry", "01:00:00"));
        using var registration = await running.Server.PostAsync(ByHash(Query));

        Assert.InRange((await (await DatabaseAsync(running)).KeyTimeToLiveAsync(_hash))!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Keys_of_other_kinds_and_of_the_service_itself_are_no_documents()
    {
        await using var running = await StartAsync();
        var database = await DatabaseAsync(running);
        await database.ListRightPushAsync("a-list", "x");

        using var list = await running.Server.GetAsync("/graphql/persisted/a-list");
        await list.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "HC0020", "The specified persisted operation key is invalid.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_Redis_is_away_the_documents_this_process_knows_still_run_and_new_ones_can_be_registered(bool hangs)
    {
        // Each request waits that long for a server that hangs.
        await using var running = await StartAsync(("Redis:Timeout", "00:00:02"));
        using var registration = await running.Server.PostAsync(ByHash(Query));
        await (hangs ? _server.PauseAsync() : _server.KillAsync());

        using var hit = await running.Server.PostAsync(ByHash());
        Assert.Equal("""{"data":{"hello":"Olá, mundo!"}}""", await hit.Content.ReadAsStringAsync());

        const string later = "{hello}";
        using var registered = await running.Server.PostAsync(ByHash(later));
        Assert.Equal(HttpStatusCode.OK, registered.StatusCode);
        using var again = await running.Server.PostAsync(new JsonObject { ["id"] = OperationDocumentResolver.Hash(later) }.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    private async Task<HttpTests.RunningServer> StartAsync(params (string Key, string Value)[] settings)
    {
        var server = new TestServer(
            services =>
            {
                services.AddOptions<RedisOptions>().BindConfiguration("Redis");
                services.AddSingleton<RedisConnection>();
                services.AddSingleton<InMemoryOperationDocumentStorage>();
                services.AddSingleton<IOperationDocumentStorage, RedisOperationDocumentStorage>();
            },
            [.. settings, .. _server.Settings.Select(setting => setting.TrimStart('-').Split('=', 2)).Select(setting => (setting[0], setting[1]))]);
        await server.InitializeAsync();
        return new HttpTests.RunningServer(server);
    }

    private static Task<StackExchange.Redis.IDatabase> DatabaseAsync(HttpTests.RunningServer running) =>
        running.Server.Services.GetRequiredService<RedisConnection>().DatabaseAsync();

    private static string ByHash(string? query = null)
    {
        var body = new JsonObject
        {
            ["extensions"] = new JsonObject
            {
                ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = query is null ? _hash : OperationDocumentResolver.Hash(query) },
            },
        };
        if (query is not null)
        {
            body["query"] = query;
        }

        return body.ToJsonString();
    }
}
