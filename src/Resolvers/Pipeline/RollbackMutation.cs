using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Operations;
using NovaCorrente.Schema.Access;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;
using NovaCorrente.Schema.Operations.Tables;

namespace NovaCorrente.Resolvers.Pipeline;

/// <summary>Adds the mutation <c>rollbackGold</c>.</summary>
internal sealed class RollbackMutation(IGoldRollback rollback, ISnapshotConsumer served, OperationsDatabase database, GoldQueries queries)
    : IGoldSchemaExtension
{
    public void Extend(GoldSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        MutationType.Of(schema).AddField(new FieldType
        {
            Name = "rollbackGold",
            Description = "Makes an earlier snapshot current again, and answers once queries are answered from it. Runs do not publish what led to the later ones "
                + "again until files, transforms or settings change, or a run is forced.",
            Arguments = new QueryArguments(new QueryArgument(Input(schema.Types).NonNull()) { Name = "input", Description = "Where to go back to." }),
            ResolvedType = Payload(schema).NonNull(),
            Resolver = new FuncFieldResolver<RollbackGoldPayload>(RollBackAsync),
        }.RequiresRole(Role.Admin));
    }

    private static InputObjectGraphType Input(GoldTypes types)
    {
        var input = new InputObjectGraphType { Name = "RollbackGoldInput", Description = "Where gold is to go back to." };
        input.AddField(new FieldType
        {
            Name = "snapshotId",
            Description = "A snapshot that is still kept; see goldSnapshots.",
            ResolvedType = types.Scalar(GoldScalar.Text).NonNull(),
        });
        return input;
    }

    private ObjectGraphType Payload(GoldSchema schema) => PayloadTypes.Object(
        "RollbackGoldPayload",
        "What came of the wish to roll gold back.",
        PayloadTypes.Row("goldSnapshot", "The snapshot that is current now; null when gold was not rolled back.", nameof(GoldSnapshot), schema.Types, queries),
        PayloadTypes.Field<RollbackGoldPayload>("errors", "Why gold was not rolled back; null when it was.", ErrorTypes.Of(schema).RollbackGold.NonNull().ListOf(), p => p.Errors));

    private async ValueTask<RollbackGoldPayload?> RollBackAsync(IResolveFieldContext context)
    {
        var input = context.GetArgument<IDictionary<string, object?>>("input");
        try
        {
            var run = await rollback.RollBackAsync((string)input["snapshotId"]!, context.User?.Identity?.Name, context.CancellationToken);

            // Who was told that it is done must see it in every query that follows.
            await served.RefreshAsync(context.CancellationToken);
            await database.RefreshAsync(context.CancellationToken);
            await GoldExecutionStrategy.RequestOf(context.UserContext).ForgetAsync();
            return new RollbackGoldPayload(run.SnapshotId, null);
        }
        catch (Exception e) when (e is SnapshotNotFoundException or SnapshotAlreadyCurrentException or RunInProgressException or RunLockUnavailableException or LakeException)
        {
            return new RollbackGoldPayload(null, [e]);
        }
    }
}
