using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NovaCorrente.Host.Tests.Limits;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Servers;

namespace NovaCorrente.Host.Tests.Telemetry;

[Collection(MetricsCollection.Name)]
public sealed class MetricsTests : IAsyncLifetime
{
    private readonly ServedGold _gold = new();

    public async Task InitializeAsync()
    {
        await _gold.InitializeAsync();
        using var answered = await _gold.QueryAsync("{ goldTables(first: 1) { nodes { name } } }");
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        using var refused = await _gold.QueryAsync("{ nope }");
        using var run = await _gold.QueryAsync("mutation { runPipeline(input: {}) { pipelineRun { id } } }");
        Assert.True((await run.JsonAsync())["data"]?["runPipeline"]?["pipelineRun"] is not null, await run.Content.ReadAsStringAsync());
    }

    public Task DisposeAsync() => _gold.DisposeAsync();

    [Fact]
    public async Task What_the_service_does_is_counted_under_the_names_of_the_deployment_guide()
    {
        var metrics = await ScrapeAsync(text => text.Contains("pipeline_error_total{", StringComparison.Ordinal) || text.Contains("pipeline_success_total{", StringComparison.Ordinal));

        Assert.Matches(@"(?m)^api_success_total\{[^}]*type=""query""[^}]*\} [1-9]", metrics);
        Assert.Matches(@"(?m)^api_error_total\{[^}]*outcome=""Rejected""[^}]*\} [1-9]", metrics);
        Assert.Matches(@"(?m)^api_duration_seconds_bucket\{[^}]*type=""query""[^}]*le=""\+Inf""\} [1-9]", metrics);
        Assert.Matches(@"(?m)^pipeline_duration_seconds_count\{[^}]*\} [1-9]", metrics);
        Assert.Matches(@"(?m)^pipeline_step_duration_seconds_count\{[^}]*stage=""Bronze""[^}]*\} [1-9]", metrics);
        Assert.Matches(@"(?m)^duckdb_statement_duration_seconds_count\{[^}]*outcome=""done""[^}]*\} [1-9]", metrics);
        Assert.Matches(@"(?m)^gold_plan_lookups_total\{[^}]*result=""miss""[^}]*\} [1-9]", metrics);
    }

    [Fact]
    public async Task Every_metric_that_the_dashboard_and_the_rules_ask_for_is_served()
    {
        // What is only there once something of its kind has happened, with the reason why it cannot here.
        string[] later =
        [
            "pipeline_success_total", // a run that ended well needs sources
            "pipeline_error_total",
            "pipeline_last_success_age_seconds",
            "gold_snapshot_age_seconds", // nothing is published on an empty lake
            "gold_snapshot_number",
            "lake_operation_duration_seconds_bucket", // this lake is a folder
            "job_runs_total", // jobs run at night
            "redis_connected", // there is none here
            "redis_operation_duration_seconds_bucket",
        ];
        var asked = await AskedAsync();
        Assert.True(asked.Count > 20, string.Join(' ', asked));

        // Each appears with the first thing of its kind that has ended.
        await ScrapeAsync(text => asked.Except(Served(text), StringComparer.Ordinal).All(later.Contains));
        Assert.Empty(later.Except(asked, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Redis_is_told_where_there_is_one()
    {
        var redis = new RedisServer();
        await redis.InitializeAsync();
        await using var shared = new RunningGold(redis.Settings);
        await shared.StartAsync();

        // Before it is connected it does not answer.
        var metrics = "";
        await Eventually.TrueAsync(async () =>
        {
            using var unknown = await shared.Gold.Client.GetAsync("/graphql/persisted/nobody-stored-this");
            metrics = await shared.Gold.Client.GetStringAsync("/metrics");
            return Regex.IsMatch(metrics, @"(?m)^redis_operation_duration_seconds_count\{[^}]*outcome=""answered""[^}]*\} [1-9]");
        });

        Assert.Matches(@"(?m)^redis_connected(\{[^}]*\})? [01]", metrics);
        await redis.DisposeAsync();
    }

    [Fact]
    public async Task Metrics_can_be_closed()
    {
        await using var quiet = new RunningGold("--Telemetry:Prometheus=false");
        await quiet.StartAsync();

        using var response = await quiet.Gold.Client.GetAsync("/metrics");

        Assert.DoesNotContain("api_success", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alert_rules_hold_in_the_situations_that_they_are_for()
    {
        var folder = Path.Combine(Root(), "deploy", "prometheus");
        await PromtoolAsync(folder, "check", "rules", "rules.yml");
        await PromtoolAsync(folder, "test", "rules", "rules_test.yml");
    }

    private static async Task<HashSet<string>> AskedAsync()
    {
        var dashboard = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Root(), "deploy", "grafana", "nova-corrente.json")))!;
        var expressions = dashboard["panels"]!.AsArray()
            .SelectMany(panel => panel!["targets"]?.AsArray() ?? [])
            .Select(target => (string)target!["expr"]!)
            .Concat(Regex.Matches(await File.ReadAllTextAsync(Path.Combine(Root(), "deploy", "prometheus", "rules.yml")), @"expr: (.+(?:\n {10}.+)*)").Select(match => match.Groups[1].Value));
        return expressions
            .SelectMany(expression => Regex.Matches(Regex.Replace(expression, @"\b(?:by|without) \([^)]*\)|\{[^}]*\}|\[[^\]]*\]", ""), @"(?<![\w:])[a-z]+(?:_[a-z]+)+\b").Select(match => match.Value))
            .Where(name => name is not "histogram_quantile")
            .ToHashSet(StringComparer.Ordinal);
    }

    private static async Task PromtoolAsync(string folder, params string[] arguments)
    {
        using var promtool = Process.Start(new ProcessStartInfo("promtool", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = promtool.StandardOutput.ReadToEndAsync();
        var errors = promtool.StandardError.ReadToEndAsync();
        await promtool.WaitForExitAsync();
        Assert.True(promtool.ExitCode == 0, await output + await errors);
    }

    private static HashSet<string> Served(string metrics) =>
        Regex.Matches(metrics, @"(?m)^([a-z_:]+)[{ ]").Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    private async Task<string> ScrapeAsync(Func<string, bool> isComplete)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            // On a connection of its own: one that is older than the telemetry was never counted.
            using var client = new HttpClient { BaseAddress = _gold.Client.BaseAddress };
            client.DefaultRequestHeaders.Authorization = _gold.Client.DefaultRequestHeaders.Authorization;
            var text = await client.GetStringAsync("/metrics");
            if (isComplete(text))
            {
                return text;
            }

            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(2), $"Something is missing:\n{string.Join(' ', Served(text).Order(StringComparer.Ordinal))}");
            await Task.Delay(200);
        }
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
