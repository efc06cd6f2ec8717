using GraphQL.Types;
using NovaCorrente.Resolvers.Tests.Support;
using NovaCorrente.Schema.GraphTypes.Sdl;
using Snapshooter.Xunit;

namespace NovaCorrente.Resolvers.Tests.Pipeline;

public sealed class PipelineSdlTests
{
    [Fact]
    public async Task Mutation_and_subscriptions_print_as_agreed()
    {
        await using var service = await ServiceFixture.StartWithScriptAsync();

        SchemaSdl.Print(
            service.Get<ISchema>(),
            ["Mutation", "RunPipelineInput", "RunPipelinePayload", "RunPipelineError", "Error", "RunInProgressError", "LakeError", "RollbackGoldInput", "RollbackGoldPayload", "RollbackGoldError", "SnapshotNotFoundError", "SnapshotAlreadyCurrentError", "Subscription", "GoldRefresh", "GoldTableRefresh"])
            .MatchSnapshot();
    }
}
