using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Operations;
using NovaCorrente.Schema.Access;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.GraphTypes;
using NovaCorrente.Schema.Operations.Tables;

namespace NovaCorrente.Resolvers.Pipeline;

/// <summary>Adds the mutation <c>runPipeline</c>.</summary>
internal sealed class PipelineMutation(IPipelineRunner runner, OperationsDatabase database, GoldQueries queries, TimeProvider time)
    : IGoldSchemaExtension
{
    // A start reads and writes some twenty small objects, and may wait for its turn; less than a request may take.
    private static readonly TimeSpan _lakeWait = TimeSpan.FromSeconds(20);

    public void Extend(GoldSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        MutationType.Of(schema).AddField(new FieldType
        {
            Name = "runPipeline",
            Description = "Starts a run of the pipeline and answers at once; the run goes on by itself and announces its states.",
            Arguments = new QueryArguments(new QueryArgument(Input(schema.Types).NonNull()) { Name = "input", Description = "What to run." }),
            ResolvedType = Payload(schema).NonNull(),
            Resolver = new FuncFieldResolver<RunPipelinePayload>(RunAsync),
        }.RequiresRole(Role.Operator));
    }

    private static InputObjectGraphType Input(GoldTypes types)
    {
        var input = new InputObjectGraphType { Name = "RunPipelineInput", Description = "How the pipeline is to run." };
        input.AddField(new FieldType
        {
            Name = "force",
            Description = "Whether to rebuild and publish everything even if nothing has changed.",
            ResolvedType = types.Scalar(GoldScalar.Boolean).NonNull(),
            DefaultValue = false,
        });
        return input;
    }

    private ObjectGraphType Payload(GoldSchema schema) => PayloadTypes.Object(
        "RunPipelinePayload",
        "What came of the wish to run the pipeline.",
        PayloadTypes.Row("pipelineRun", "The run that was accepted; null when there is none.", nameof(PipelineRun), schema.Types, queries),
        PayloadTypes.Field<RunPipelinePayload>("errors", "Why the pipeline does not run; null when it does.", ErrorTypes.Of(schema).RunPipeline.NonNull().ListOf(), p => p.Errors));

    private async ValueTask<RunPipelinePayload?> RunAsync(IResolveFieldContext context)
    {
        var input = context.GetArgument<IDictionary<string, object?>>("input");
        try
        {
            var request = new RunRequest(RunTrigger.Manual, context.User?.Identity?.Name, input["force"] is true);
            var run = await LakeWait.WithinAsync(_lakeWait, time, token => runner.StartAsync(request, token), context.CancellationToken);

            // The payload, and whoever asks next, must find the run, even before it is announced.
            await database.ApplyAsync(run, context.CancellationToken);
            await GoldExecutionStrategy.RequestOf(context.UserContext).ForgetAsync();
            return new RunPipelinePayload(run.Id, null);
        }
        catch (Exception e) when (e is RunInProgressException or RunLockUnavailableException or LakeException)
        {
            return new RunPipelinePayload(null, [e]);
        }
    }
}
