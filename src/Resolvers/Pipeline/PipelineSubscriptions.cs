using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Operations;
using NovaCorrente.Schema.GraphTypes;
using NovaCorrente.Schema.GraphTypes.Fields;
using NovaCorrente.Schema.Operations.Tables;

namespace NovaCorrente.Resolvers.Pipeline;

/// <summary>Adds the subscriptions to runs: <c>onPipelineRunChanged</c> and <c>onPipelineCompleted</c>.</summary>
internal sealed class PipelineSubscriptions(IPipelineEvents events, OperationsDatabase database, GoldQueries queries)
    : IGoldSchemaExtension
{
    public void Extend(GoldSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var subscription = SubscriptionType.Of(schema);
        var changed = Field(schema.Types, "onPipelineRunChanged", "Every state of every run, or of one run, in order. An event tells the run as it was at that moment.");
        changed.Arguments = new QueryArguments(new QueryArgument<IdGraphType> { Name = "runId", Description = "Only states of this run." });
        changed.StreamResolver = new SourceStreamResolver<object>(context =>
        {
            var runId = context.GetArgument<string?>("runId");
            return Stream(run => runId is null || run.Id == runId, context);
        });
        subscription.AddField(changed);

        var completed = Field(schema.Types, "onPipelineCompleted", "The last state of every run, however it ended.");
        completed.StreamResolver = new SourceStreamResolver<object>(context => Stream(run => run.FinishedAt is not null, context));
        subscription.AddField(completed);
    }

    private FieldType Field(GoldTypes types, string name, string description)
    {
        var runs = types.Model.Table(nameof(PipelineRun));
        var row = new GoldField(GoldFieldKind.Row, runs);
        return new FieldType
        {
            Name = name,
            Description = description,
            ResolvedType = types.Object(runs).NonNull(),
            Resolver = new GoldFieldResolver(row, queries),
        }.WithGoldField(row);
    }

    private EventStream<RunRecord> Stream(Func<RunRecord, bool> where, IResolveFieldContext context) => new(
        events.RunChanges,
        async (run, cancellationToken) =>
        {
            if (!where(run))
            {
                return null;
            }

            // Who is told of a state must find it, or a later one, in every query that follows.
            await database.ApplyAsync(run, cancellationToken);
            return new RunEvent(run, database);
        },
        context.CancellationToken);
}
