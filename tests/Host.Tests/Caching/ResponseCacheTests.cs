using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Servers;

namespace NovaCorrente.Host.Tests.Caching;

public sealed class ResponseCacheTests(GoldLake lake) : IClassFixture<GoldLake>
{
    private const string Parts = "{parts(first:2){totalCount nodes{partCode name}}}";
    private const string Suppliers = "{suppliers(first:200){nodes{supplierKey displayName}}}";

    [Fact]
    public async Task The_second_answer_is_the_first_one_kept()
    {
        await using var gold = await CachedGold.StartAsync(lake);

        var first = await gold.PostAsync(Parts);
        var second = await gold.PostAsync(Parts);

        Assert.Equal((200, "MISS", "HIT"), (first.Status, first.Cache, second.Cache));
        Assert.Equal((first.Body, first.Tag, "no-cache, private"), (second.Body, second.Tag, second.CacheControl));
        Assert.NotNull(first.Tag);
        Assert.Equal(("MISS", first.Body), (await gold.PostAsync(Parts, headers: ("Cache-Control", "no-cache"))) is var anew ? (anew.Cache, anew.Body) : default);
    }

    [Fact]
    public async Task A_client_that_has_the_answer_is_told_so_without_getting_it_again()
    {
        await using var gold = await CachedGold.StartAsync(lake);
        var first = await gold.GetAsync(Parts);

        var known = await gold.GetAsync(Parts, headers: ("If-None-Match", $"\"other\", W/{first.Tag}"));
        Assert.Equal((304, "HIT", "", first.Tag), (known.Status, known.Cache, known.Body, known.Tag));

        var otherForm = await gold.GetAsync(Parts, headers: [("If-None-Match", first.Tag!), ("Accept", "application/graphql-response+json")]);
        Assert.Equal((200, "HIT"), (otherForm.Status, otherForm.Cache));
        Assert.NotEqual(first.Tag, otherForm.Tag);

        var otherQuery = await gold.GetAsync(Suppliers, headers: ("If-None-Match", first.Tag!));
        Assert.Equal((200, "MISS"), (otherQuery.Status, otherQuery.Cache));
        foreach (var nonsense in (string[])["*", "", "\"", "nonsense", "\"\"", "W/"])
        {
            Assert.Equal(200, (await gold.GetAsync(Parts, headers: ("If-None-Match", nonsense))).Status);
        }
    }

    [Fact]
    public async Task Variables_count_with_their_values_and_the_order_written_inside_them_but_not_in_their_own_order()
    {
        await using var gold = await CachedGold.StartAsync(lake);
        const string query = "query($n:Int,$o:[PartSortInput!]){parts(first:$n,order:$o){nodes{partCode}}}";

        async Task<CachedGold.Answer> Ask(string variables) => await gold.PostAsync(query, JsonNode.Parse(variables)!.AsObject());

        var first = await Ask("""{"n":20,"o":[{"unit":"ASC","partCode":"DESC"}]}""");
        Assert.Equal("HIT", (await Ask("""{"o":[{"unit":"ASC","partCode":"DESC"}],"n":20}""")).Cache);
        Assert.Equal("MISS", (await Ask("""{"n":21,"o":[{"unit":"ASC","partCode":"DESC"}]}""")).Cache);
        var otherOrder = await Ask("""{"n":20,"o":[{"partCode":"DESC","unit":"ASC"}]}""");
        Assert.Equal("MISS", otherOrder.Cache);
        Assert.NotEqual(first.Body, otherOrder.Body);
        Assert.Equal("MISS", (await Ask("""{"n":20,"o":null}""")).Cache);
        Assert.Equal("MISS", (await Ask("""{"n":20}""")).Cache);
    }

    [Fact]
    public async Task Readers_who_see_different_things_never_share_an_answer()
    {
        await using var gold = await CachedGold.StartAsync(lake);

        var analyst = await gold.GetAsync(Suppliers, "ANALYST");
        var viewer = await gold.GetAsync(Suppliers, "VIEWER", ("If-None-Match", analyst.Tag!));
        var nobody = await gold.GetAsync(Suppliers, "", ("If-None-Match", analyst.Tag!));

        Assert.Equal((200, "MISS"), (viewer.Status, viewer.Cache));
        Assert.Contains("***", viewer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("***", analyst.Body, StringComparison.Ordinal);
        Assert.Contains("AUTH_NOT_AUTHENTICATED", nobody.Body, StringComparison.Ordinal);
        Assert.Equal(("BYPASS", null, "no-store"), (nobody.Cache, nobody.Tag, nobody.CacheControl));
        Assert.Equal(("HIT", viewer.Body), (await gold.GetAsync(Suppliers, "VIEWER")) is var again ? (again.Cache, again.Body) : default);
        Assert.Equal(analyst.Body, (await gold.GetAsync(Suppliers, "ANALYST")).Body);
    }

    [Theory]
    [InlineData("{pipelineRuns{nodes{id}}}")]
    [InlineData("{goldTables{nodes{name}} parts(first:1){nodes{partCode}}}")]
    [InlineData("query{...F} fragment F on Query{parts(first:1){nodes{partCode}} ...on Query{schedules{nodes{name}}}}")]
    [InlineData("{parts(first:1,asOf:\"2099-01-01T00:00:00Z\"){nodes{partCode}}}")]
    [InlineData("{parts(first:1,asOf:null){nodes{partCode}}}")]
    [InlineData("{goldDiff(table:\"part\",from:\"2099-01-01T00:00:00Z\"){totalCount}}")]
    [InlineData("{viewer{name}}")]
    [InlineData("{__typename}")]
    [InlineData("{__schema{queryType{name}}}")]
    [InlineData("{parts(first:5000){nodes{partCode}}}")]
    [InlineData("{parts(first:1){nodes{nope}}}")]
    [InlineData("mutation{runPipeline(input:{}){errors{__typename}}}", "VIEWER")]
    public async Task What_is_live_looks_back_or_fails_is_never_kept(string query, string role = "ADMIN")
    {
        await using var gold = await CachedGold.StartAsync(lake);

        for (var i = 0; i < 2; i++)
        {
            var answer = await gold.PostAsync(query, role: role);
            Assert.True(answer is { Cache: "BYPASS" or null, Tag: null, CacheControl: "no-store" or null }, answer.ToString());
        }
    }

    [Fact]
    public async Task Another_snapshot_has_answers_of_its_own()
    {
        await using var gold = await CachedGold.StartAsync(lake, "--ResponseCache:MaxBytes=1000000");
        var before = await gold.GetAsync(Parts);
        var (first, known) = (gold.Snapshot, before.Tag!);

        await lake.PublishAsync();
        await using var next = await CachedGold.StartAsync(lake);

        Assert.NotEqual(first, next.Snapshot);
        var after = await next.GetAsync(Parts, headers: ("If-None-Match", known));
        Assert.Equal((200, "MISS", before.Body), (after.Status, after.Cache, after.Body));
        Assert.NotEqual(known, after.Tag);
    }

    [Theory]
    [InlineData("--ResponseCache:MaxBytes=0", "MISS")]
    [InlineData("--ResponseCache:MaxEntryBytes=10", "MISS")]
    [InlineData("--ResponseCache:Enabled=false", "BYPASS")]
    public async Task What_has_no_room_or_is_switched_off_is_made_each_time(string setting, string status)
    {
        await using var gold = await CachedGold.StartAsync(lake, setting);

        Assert.Equal(status, (await gold.PostAsync(Parts)).Cache);
        Assert.Equal(status, (await gold.PostAsync(Parts)).Cache);
    }

    [Fact]
    public async Task Who_asks_for_the_statement_gets_it_of_a_request_that_was_executed()
    {
        await using var gold = await CachedGold.StartAsync(lake, "--GraphQL:AllowExplain=true");
        await gold.PostAsync(Parts);

        var explained = await gold.PostAsync(Parts, headers: ("GraphQL-Explain", "1"));

        Assert.Equal("BYPASS", explained.Cache);
        Assert.Contains("\"sql\":", explained.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"sql\":", (await gold.PostAsync(Parts)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replicas_share_answers_through_Redis_and_do_without_it_when_it_is_away()
    {
        var redis = new RedisServer();
        await redis.InitializeAsync();
        try
        {
            // A slow machine must not look like a server that is away.
            string[] settings = [.. redis.Settings, "--Redis:Patience=00:00:10"];
            await using var one = await CachedGold.StartAsync(lake, settings);
            await using var other = await CachedGold.StartAsync(lake, settings);
            Assert.Equal("MISS", (await one.PostAsync(Parts)).Cache);
            Assert.Equal("HIT", (await other.PostAsync(Parts)).Cache);

            await redis.KillAsync();
            Assert.Equal("HIT", (await other.PostAsync(Parts)).Cache);
            var fresh = await other.PostAsync(Suppliers);
            Assert.Equal((200, "MISS"), (fresh.Status, fresh.Cache));
            Assert.Equal("HIT", (await other.PostAsync(Suppliers)).Cache);
        }
        finally
        {
            await redis.DisposeAsync();
        }
    }

    [Fact]
    public async Task Hits_and_misses_are_counted()
    {
        var sources = new List<string?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "response_cache.answers")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (sources)
            {
                sources.Add((string?)tags[0].Value);
            }
        });
        listener.Start();
        await using var gold = await CachedGold.StartAsync(lake);
        var tag = (await gold.GetAsync(Parts)).Tag!;
        await gold.GetAsync(Parts);
        await gold.GetAsync(Parts, headers: ("If-None-Match", tag));
        await gold.GetAsync("{pipelineRuns{nodes{id}}}");

        // Other tests may count meanwhile.
        await Eventually.TrueAsync(() =>
        {
            lock (sources)
            {
                return new[] { "miss", "memory", "client", "bypass" }.All(sources.Contains);
            }
        });
    }
}
