using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Resolvers.Tests.Support;

namespace NovaCorrente.Resolvers.Tests.Pipeline;

public sealed class RunPipelineTests
{
    private const string Mutation =
        """
        mutation($input: RunPipelineInput!) {
          runPipeline(input: $input) {
            pipelineRun { id state steps { totalCount } }
            errors { __typename ... on Error { message } ... on RunInProgressError { runId } }
          }
        }
        """;

    [Fact]
    public async Task An_accepted_run_is_answered_and_can_be_asked_for_at_once()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();

        var answer = await service.AskAsync(Mutation, new { input = new { } });
        var found = await service.AskAsync("""{ pipelineRun(id: "20260101T050000000Z-00000001") { trigger } }""");

        Assert.Equal("""{"data":{"runPipeline":{"pipelineRun":{"id":"20260101T050000000Z-00000001","state":"QUEUED","steps":{"totalCount":0}},"errors":null}}}""", answer);
        Assert.Equal("""{"data":{"pipelineRun":{"trigger":"MANUAL"}}}""", found);
        Assert.Equal(new RunRequest(RunTrigger.Manual), service.Get<ScriptedRunner>().LastRequest);
    }

    [Fact]
    public async Task Each_of_two_runs_in_one_operation_is_found()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();

        var answer = await service.AskAsync(
            "mutation { a: runPipeline(input: { force: true }) { pipelineRun { id } } b: runPipeline(input: {}) { run: pipelineRun { state } errors { __typename } } }");

        Assert.Equal("""{"data":{"a":{"pipelineRun":{"id":"20260101T050000000Z-00000001"}},"b":{"run":{"state":"QUEUED"},"errors":null}}}""", answer);
    }

    [Fact]
    public async Task A_run_in_progress_is_an_error_of_the_payload()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();
        service.Get<ScriptedRunner>().Refusal = new RunInProgressException("r7");

        var answer = await service.AskAsync(Mutation, new { input = new { force = true } });

        Assert.Equal("""{"data":{"runPipeline":{"pipelineRun":null,"errors":[{"__typename":"RunInProgressError","message":"Pipeline run r7 is already in progress.","runId":"r7"}]}}}""", answer);
    }

    [Fact]
    public async Task A_lake_that_is_away_is_an_error_of_the_payload()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();
        service.Get<ScriptedRunner>().Refusal = new LakeException(LakeFault.Unreachable, "The lake does not answer.");

        var answer = await service.AskAsync(Mutation, new { input = new { } });

        Assert.Equal("""{"data":{"runPipeline":{"pipelineRun":null,"errors":[{"__typename":"LakeError","message":"The lake does not answer."}]}}}""", answer);
    }

    [Fact]
    public async Task What_nobody_foresaw_is_a_top_level_error()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();
        service.Get<ScriptedRunner>().Refusal = new InvalidOperationException("secret");

        var result = await service.RunAsync(Mutation, new { input = new { } });

        Assert.Single(result.Errors!);
        Assert.DoesNotContain("secret", service.Text(result), StringComparison.Ordinal);
    }
}
