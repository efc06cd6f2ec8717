using System.Diagnostics;
using GraphQL;
using GraphQL.Resolvers;
using NovaCorrente.Resolvers.Compilation;
using NovaCorrente.Resolvers.DuckDb;
using NovaCorrente.Resolvers.Export;
using NovaCorrente.Resolvers.Json;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Resolvers.Serving;
using NovaCorrente.Resolvers.Telemetry;
using NovaCorrente.Schema.GraphTypes.Computed;
using NovaCorrente.Schema.GraphTypes.Fields;

namespace NovaCorrente.Resolvers.Execution;

/// <summary>Answers a gold field with its whole selection: plan, one statement, JSON.</summary>
internal sealed class GoldFieldResolver(GoldField gold, GoldQueries queries) : IFieldResolver
{
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        IReadOnlyList<object>? ownerKey = null;
        if (gold.Kind is GoldFieldKind.Row)
        {
            ownerKey = (context.Source as IGoldRow)?.Key;
            if (ownerKey is null)
            {
                return null;
            }
        }

        var export = context.UserContext.TryGetValue(ExportRequest.ContextKey, out var asked) ? (ExportRequest?)asked : null;
        using var activity = GoldTelemetry.StartField(gold);
        var started = Stopwatch.GetTimestamp();
        var compiled = queries.Compile(gold, context, export is not null, out var cached);
        var binding = queries.Bind(context, ownerKey, export is not null);
        var compiledAt = Stopwatch.GetTimestamp();

        var request = GoldExecutionStrategy.RequestOf(context.UserContext);
        var asOf = context.GetArgument<string?>(AsOfArgument.Name);
        if (export is not null && gold.Kind is not GoldFieldKind.Diff)
        {
            await GoldExporter.PrepareAsync(export, context, compiled, binding, request.SourceOf(gold.Table), asOf, queries.ExportLimit(context));
            return null;
        }

        using var pair = gold.Kind is GoldFieldKind.Diff
            ? await request.PairAsync(context.GetArgument<string>(GoldDiffField.From)!, context.GetArgument<string?>(GoldDiffField.To), context.CancellationToken)
            : null;
        var database = pair ?? await request.DatabaseForAsync(gold.Table, asOf, context.CancellationToken);
        using var json = new JsonBuffer();
        using var connection = await database.Database.LeaseAsync(context.CancellationToken);
        using var result = GoldQueries.Execute(compiled, binding, connection.Connection, streaming: false, context.CancellationToken);
        var chunks = Fetch(result);
        try
        {
            var executedAt = Stopwatch.GetTimestamp();
            Write(compiled.Plan, chunks, json, binding);
            if (context.UserContext.ContainsKey(Explanation.Requested))
            {
                Explain(context, compiled, binding, database, cached, chunks, [started, compiledAt, executedAt, Stopwatch.GetTimestamp()]);
            }

            return new RawJson(json.Written.ToArray());
        }
        finally
        {
            chunks.ForEach(c => c.Dispose());
        }
    }

    private static List<ColumnChunk> Fetch(QueryResult result)
    {
        var chunks = new List<ColumnChunk>();
        while (result.Next() is { } chunk)
        {
            chunks.Add(chunk);
        }

        return chunks;
    }

    private static void Write(GoldPlan plan, List<ColumnChunk> chunks, JsonBuffer json, BindingContext binding)
    {
        using var writer = new ResponseWriter(json, binding);
        if (plan.Connection is null)
        {
            writer.Row(plan, chunks);
        }
        else
        {
            writer.List(plan, chunks);
        }
    }

    private static void Explain(
        IResolveFieldContext context,
        CompiledField compiled,
        BindingContext binding,
        IDatabaseLease database,
        bool cached,
        List<ColumnChunk> chunks,
        ReadOnlySpan<long> times)
    {
        var explanation = new Explanation(
            context.FieldAst.Alias?.Name.StringValue ?? context.FieldAst.Name.StringValue,
            compiled.Statement.Text,
            [.. compiled.Statement.Parameters.Select(p => Explanation.Text(p.Source.Read(binding)))],
            database.SnapshotId,
            cached,
            chunks.Sum(c => (long)c.Rows),
            Stopwatch.GetElapsedTime(times[0], times[1]).TotalMilliseconds,
            Stopwatch.GetElapsedTime(times[1], times[2]).TotalMilliseconds,
            Stopwatch.GetElapsedTime(times[2], times[3]).TotalMilliseconds);
        lock (context.OutputExtensions)
        {
            if (context.OutputExtensions.TryGetValue(Explanation.Extension, out var known) && known is List<Explanation> list)
            {
                list.Add(explanation);
            }
            else
            {
                context.OutputExtensions[Explanation.Extension] = new List<Explanation> { explanation };
            }
        }
    }
}
