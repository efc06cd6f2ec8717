using Microsoft.Extensions.DependencyInjection;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Resolvers.Operations;
using NovaCorrente.Resolvers.Tests.Support;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Operations.Tables;
using QuarantineCount = NovaCorrente.Pipeline.Runs.QuarantineCount;

namespace NovaCorrente.Resolvers.Tests.Operations;

public sealed class OperationsTableTests
{
    [Fact]
    public async Task A_run_is_asked_with_all_that_belongs_to_it()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();
        var run = ScriptedRunner.Story(1, steps: 2)[^1] with
        {
            Reason = "O'Brien said \"no\";\nДа — 🗼 {$1} \\",
            Checks = [new CheckResult("part", "unique_key", CheckSeverity.Error, true, 0, null), new CheckResult("site", "range:x", CheckSeverity.Warn, false, 3, "x = -1")],
            Quarantine = [new QuarantineCount("supplies", "NON_POSITIVE_QTY", 4), new QuarantineCount("supplies", "NON_POSITIVE_QTY", 1)],
        };
        await service.Get<ScriptedRunner>().TellAsync(ScriptedRunner.Run(2));
        await service.Get<ScriptedRunner>().TellAsync(run);
        await service.Operations.RefreshAsync(CancellationToken.None);

        var answer = await service.AskAsync(
            """
            query($w: PipelineRunFilterInput) {
              pipelineRuns(where: $w, order: [{ startedAt: DESC }]) {
                totalCount
                nodes {
                  id state trigger reason startedAt durationMs failedChecks quarantinedRows snapshot { id }
                  steps(where: { rowsOut: { gt: 1 } }, order: [{ ordinal: DESC }], first: 1) { totalCount nodes { name ordinal durationMs run { id } } }
                  checks { nodes { tableName rule severity passed violations detail table { typeName kind } } }
                  quarantine { nodes { source reason rows } }
                }
              }
            }
            """,
            new { w = new { steps = new { some = new { name = new { eq = "step_2" } } } } });

        Assert.Equal(
            """
            {"data":{"pipelineRuns":{"totalCount":1,"nodes":[{"id":"20260101T050000000Z-00000001","state":"SUCCEEDED","trigger":"MANUAL","reason":"O'Brien said \"no\";\nДа — 🗼 {$1} \\","startedAt":"2026-01-03T05:00:00.000Z","durationMs":60000,"failedChecks":1,"quarantinedRows":5,"snapshot":null,"steps":{"totalCount":2,"nodes":[{"name":"step_2","ordinal":2,"durationMs":1000,"run":{"id":"20260101T050000000Z-00000001"}}]},"checks":{"nodes":[{"tableName":"part","rule":"unique_key","severity":"ERROR","passed":true,"violations":0,"detail":null,"table":{"typeName":"Part","kind":"DIMENSION"}},{"tableName":"site","rule":"range:x","severity":"WARN","passed":false,"violations":3,"detail":"x = -1","table":{"typeName":"Site","kind":"DIMENSION"}}]},"quarantine":{"nodes":[{"source":"supplies","reason":"NON_POSITIVE_QTY","rows":5}]}}]}}}
            """.Trim(),
            answer);
    }

    [Fact]
    public async Task The_catalogue_tells_every_table_and_column_before_anything_was_published()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();

        var answer = await service.AskAsync(
            """
            {
              goldTables(first: 100) { totalCount }
              goldTable(name: "purchase_line") { typeName listField keyField kind rows freshAsOf dependsOn columns(first: 1, where: { fieldName: { eq: "quantity" } }) { nodes { name fieldType storageType isNullable unit minimum } } }
              goldSnapshot { id }
              goldSnapshots { totalCount nodes { id } }
            }
            """);

        Assert.Contains($"\"totalCount\":{GoldModel.Default.SnapshotTables.Count()}", answer, StringComparison.Ordinal);
        Assert.Contains("\"typeName\":\"PurchaseLine\",\"listField\":\"purchaseLines\",\"keyField\":\"purchaseLine\",\"kind\":\"FACT\",\"rows\":null,\"freshAsOf\":null,\"dependsOn\":[]", answer, StringComparison.Ordinal);
        Assert.Contains("{\"name\":\"quantity\",\"fieldType\":\"Decimal!\",\"storageType\":\"DECIMAL(18,4)\",\"isNullable\":false", answer, StringComparison.Ordinal);
        Assert.Contains("\"goldSnapshot\":null,\"goldSnapshots\":{\"totalCount\":0,\"nodes\":[]}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedules_are_as_they_are_when_they_are_asked()
    {
        var schedules = new Schedules();
        await using var service = await ServiceFixture.StartWithScriptAsync(services => services.AddSingleton<IScheduleSource>(schedules));

        var before = await service.AskAsync("{ schedules { nodes { name cron timeZone nextFireAt previousFireAt } } }");
        schedules.Now = schedules.Now with { PreviousFireAt = schedules.Now.NextFireAt, NextFireAt = null };
        var after = await service.AskAsync("""{ schedule(name: "pipeline") { nextFireAt previousFireAt } }""");

        Assert.Equal("""{"data":{"schedules":{"nodes":[{"name":"pipeline","cron":"0 0 2 * * ?","timeZone":"America/Bahia","nextFireAt":"2026-01-02T05:00:00.000Z","previousFireAt":null}]}}}""", before);
        Assert.Equal("""{"data":{"schedule":{"nextFireAt":null,"previousFireAt":"2026-01-02T05:00:00.000Z"}}}""", after);
    }

    [Fact]
    public async Task A_state_that_comes_late_does_not_turn_a_run_back()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();
        var story = ScriptedRunner.Story(1, steps: 1);

        foreach (var i in new[] { 1, 4, 2, 3, 0 })
        {
            await service.Operations.ApplyAsync(story[i], CancellationToken.None);
        }

        var answer = await service.AskAsync("{ pipelineRuns { totalCount nodes { state steps { totalCount nodes { state } } } } }");
        Assert.Equal("""{"data":{"pipelineRuns":{"totalCount":1,"nodes":[{"state":"SUCCEEDED","steps":{"totalCount":1,"nodes":[{"state":"SUCCEEDED"}]}}]}}}""", answer);
    }

    [Fact]
    public async Task What_a_request_has_seen_does_not_change_under_it()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();
        await service.Operations.ApplyAsync(ScriptedRunner.Run(1), CancellationToken.None);
        using var before = await service.Operations.LeaseAsync(null, CancellationToken.None);

        await service.Operations.ApplyAsync(ScriptedRunner.Run(1, RunState.Running), CancellationToken.None);
        await service.Operations.ApplyAsync(ScriptedRunner.Run(2), CancellationToken.None);

        using var after = await service.Operations.LeaseAsync(null, CancellationToken.None);
        Assert.Equal(1, await CountAsync(before, "QUEUED"));
        Assert.Equal(0, await CountAsync(before, "RUNNING"));
        Assert.Equal(1, await CountAsync(after, "QUEUED"));
        Assert.Equal(1, await CountAsync(after, "RUNNING"));
    }

    [Fact]
    public async Task A_run_written_by_another_process_is_found_at_the_next_look()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();
        await service.Operations.RefreshAsync(CancellationToken.None);

        await service.Get<IRunLog>().SaveAsync(ScriptedRunner.Run(3, RunState.Failed), CancellationToken.None);
        await service.Operations.RefreshAsync(CancellationToken.None);

        var answer = await service.AskAsync("""{ pipelineRun(id: "20260103T050000000Z-00000003") { state } none: pipelineRun(id: "x") { state } }""");
        Assert.Equal("""{"data":{"pipelineRun":{"state":"FAILED"},"none":null}}""", answer);
    }

    private static async Task<int> CountAsync(NovaCorrente.Resolvers.Serving.IDatabaseLease lease, string state)
    {
        using var connection = await lease.Database.LeaseAsync(CancellationToken.None);
        using var rows = connection.Connection.Prepare($"SELECT 1 FROM pipeline_run WHERE state = '{state}'").Execute(streaming: false, CancellationToken.None);
        using var chunk = rows.Next();
        return chunk?.Rows ?? 0;
    }

    private sealed class Schedules : IScheduleSource
    {
        public Schedule Now { get; set; } = new()
        {
            Name = "pipeline",
            Description = "Runs the pipeline.",
            Cron = "0 0 2 * * ?",
            TimeZone = "America/Bahia",
            NextFireAt = new DateTime(2026, 1, 2, 5, 0, 0, DateTimeKind.Utc),
        };

        public Task<IReadOnlyList<Schedule>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Schedule>>([Now]);
    }
}
