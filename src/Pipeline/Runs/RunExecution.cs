using Microsoft.Extensions.Logging;
using NovaCorrente.Pipeline.Checks;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Pipeline.Sources;
using NovaCorrente.Pipeline.Transforms;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>One run from its sources to its snapshot: a straight line, of which every part is a step of the run's record.</summary>
internal sealed class RunExecution(
    PipelineDefinition definition,
    IBronze bronze,
    ILake lake,
    ISnapshotStore snapshots,
    SnapshotPublisher publisher,
    IPipelineEvents events,
    IEnumerable<ISnapshotConsumer> consumers,
    PipelineOptions options,
    IReadOnlyDictionary<string, string> variables,
    RunJournal journal,
    ILogger logger)
{
    private readonly PointerFile _pointer = new(lake);

    /// <summary>What the next run may know of the tables; empty until they are built.</summary>
    public BuildState State { get; private set; } = BuildState.Empty;

    /// <summary>Does the run; the journal has its outcome afterwards.</summary>
    public async Task RunAsync(bool force, string workFolder, CancellationToken cancellationToken)
    {
        // Whoever publishes after this moment overtakes this run, which then can't publish.
        var fence = await _pointer.ReadAsync(cancellationToken);
        var current = fence.Pointer is null ? null : await snapshots.GetAsync(fence.Pointer.Id, cancellationToken);
        var prior = await ReadStateAsync(cancellationToken);

        var sources = await LandAsync(cancellationToken);
        var inputs = RunInputs.Hash(sources, definition.Transforms, variables);
        await journal.UpdateAsync(r => r with { InputsHash = inputs }, cancellationToken);
        if (!force && fence.Pointer?.Rollback is { } rollback && rollback.HeldInputs.Contains(inputs))
        {
            State = prior;
            await FinishAsync(sources, published: null, HeldBack(fence.Pointer, rollback), cancellationToken);
            return;
        }

        using var database = TransformDatabase.Open(workFolder, options, definition.Transforms.Macros, variables);
        var build = new TransformBuild(
            definition.Transforms, definition.Model, lake, new LandedBronze(bronze, sources), database, variables, prior, current, journal);
        await build.RunAsync(force, cancellationToken);
        await RecordQuarantineAsync(build, database, cancellationToken);
        State = build.ToState();
        await lake.WriteJsonAsync(LakeLayer.Silver, BuildState.Key, State, cancellationToken);

        var changed = build.Tables.Any(t => prior.Tables.GetValueOrDefault(t.Key)?.ContentHash != t.Value.State.ContentHash);
        var gold = build.Tables.Values.Where(t => t.Transform.Schema == "gold").ToList();
        var isSame = !force && IsSame(gold, current);
        if (changed || !isSame)
        {
            await CheckAsync(build, database, cancellationToken);
        }

        SnapshotManifest? published = null;
        if (!isSame)
        {
            published = await PublishAsync(gold, sources, current, fence, database, force, cancellationToken);
        }

        // Once gold has changed, a run that is stopped has succeeded all the same.
        var ending = published is null ? cancellationToken : CancellationToken.None;
        await bronze.RememberAsync(sources, ending);
        await FinishAsync(sources, published, "Nothing has changed since the current snapshot, so nothing was published.", ending);
    }

    private static string HeldBack(SnapshotPointer pointer, PointerRollback rollback) =>
        $"Nothing was built: {rollback.By ?? "an operator"} rolled gold back from snapshot {rollback.FromId} to {pointer.Id} at {pointer.MovedAt:u}, and files, "
        + "transforms and settings are still those that led there. The next run with others publishes again; a forced run publishes these.";

    private async Task<BuildState> ReadStateAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await lake.ReadJsonAsync<BuildState>(LakeLayer.Silver, BuildState.Key, cancellationToken) ?? BuildState.Empty;
        }
        catch (LakeException e) when (e.Fault is LakeFault.Corrupt)
        {
            return BuildState.Empty;
        }
    }

    private async Task<IReadOnlyList<BronzeSource>> LandAsync(CancellationToken cancellationToken)
    {
        var landed = new List<BronzeSource>();
        foreach (var source in definition.Sources)
        {
            await journal.StepAsync($"bronze.{source.Name}", RunStage.Bronze, async step =>
            {
                var result = await bronze.LandAsync(source, cancellationToken);
                landed.Add(result);
                step.Note = result.Problem ?? (result.State is SourceState.Absent ? "There is no file."
                    : result.IsStale ? $"Its newest file is of {result.FreshAsOf:yyyy-MM-dd}, older than the {source.MaxAge.TotalDays:0} days allowed."
                    : Files(result.Inputs.Select(i => i.File).Distinct().Count()));
            }, cancellationToken);
        }

        return landed.Find(s => s.State is SourceState.Failed && options.RequiredSources.Contains(s.Definition.Name)) is { } failed
            ? throw new RunFailedException($"Source {failed.Definition.Name} can't be used and there are no earlier data of it to keep: {failed.Problem}")
            : landed;
    }

    private static string Files(int count) => count == 1 ? "1 file." : $"{count} files.";

    private async Task RecordQuarantineAsync(TransformBuild build, TransformDatabase database, CancellationToken cancellationToken)
    {
        const string table = "silver.quarantine";
        if (!build.Tables.ContainsKey(table))
        {
            return;
        }

        await build.EnsureAsync(table, cancellationToken);
        var counts = new List<QuarantineCount>();
        using var command = database.Connection.CreateCommand();
        command.CommandText = $"select source, rule, count(*) from {table} group by all order by all";
        using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            counts.Add(new QuarantineCount(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        }

        await journal.UpdateAsync(r => r with { Quarantine = counts }, cancellationToken);
    }

    private async Task CheckAsync(TransformBuild build, TransformDatabase database, CancellationToken cancellationToken)
    {
        foreach (var name in build.Tables.Keys.Where(n => n.StartsWith("gold.", StringComparison.Ordinal)).Concat(definition.Balance?.Reads ?? []).ToList())
        {
            await build.EnsureAsync(name, cancellationToken);
        }

        await journal.StepAsync("checks", RunStage.Checks, async step =>
        {
            IReadOnlyList<CheckResult> results =
            [
                .. GoldChecks.Run(database.Connection, definition.Model, cancellationToken),
                .. definition.Balance?.Run(database.Connection) ?? [],
            ];
            await journal.UpdateAsync(r => r with { Checks = results }, cancellationToken);
            step.Note = $"{results.Count} checks, {results.Count(r => !r.Passed)} failed.";
            var errors = results.Where(r => !r.Passed && r.Severity is CheckSeverity.Error).ToList();
            if (errors.Count > 0)
            {
                var examples = string.Join("; ", errors.Take(3).Select(e => $"{e.Table} {e.Rule}: {e.Violations} rows, for example {e.Detail}"));
                throw new RunFailedException($"{errors.Count} checks failed, so nothing was published: {examples}.");
            }
        }, cancellationToken);
    }

    private async Task<SnapshotManifest> PublishAsync(
        IReadOnlyList<BuiltTable> gold,
        IReadOnlyList<BronzeSource> sources,
        SnapshotManifest? current,
        PointerVersion fence,
        TransformDatabase database,
        bool force,
        CancellationToken cancellationToken)
    {
        var tables = new List<DraftTable>();
        await journal.StepAsync("compare", RunStage.Publish, async step =>
        {
            foreach (var table in gold)
            {
                tables.Add(await DraftAsync(table, current, database, force, cancellationToken));
            }

            step.Note = $"{tables.Count(t => t.Path is not null)} of {tables.Count} tables are new.";
        }, cancellationToken);

        var inputs = LandedBronze.Hash(sources) + string.Concat(variables.Where(v => v.Key != RunVariables.RunId).Select(v => $"\n{v.Key}={v.Value}"));
        var draft = new SnapshotDraft(journal.Run.Id, Hashing.Sha256(inputs), definition.Transforms.Hash, tables);
        SnapshotManifest manifest = null!;
        await journal.StepAsync("write", RunStage.Publish, async step =>
        {
            manifest = await publisher.WriteAsync(draft, current, fence, cancellationToken);
            step.RowsOut = manifest.Tables.Sum(t => t.Rows);
        }, cancellationToken);
        await journal.StepAsync(
            "verify", RunStage.Publish, _ => publisher.VerifyAsync(manifest, definition.Model, database.Folder, cancellationToken), cancellationToken);
        await journal.StepAsync("publish", RunStage.Publish, async step =>
        {
            if (!await publisher.TryPointAsync(manifest, fence, cancellationToken))
            {
                throw new RunFailedException("Another run has taken the place of this one, which was given up.");
            }

            step.Note = $"Snapshot {manifest.Number} is current.";
        }, cancellationToken);
        await events.SnapshotPublishedAsync(manifest, CancellationToken.None);
        await ServeAsync(manifest, cancellationToken);
        return manifest;
    }

    // The snapshot is current, whatever happens here: consumers that could not take it up find it by themselves later.
    private async Task ServeAsync(SnapshotManifest manifest, CancellationToken cancellationToken)
    {
        foreach (var consumer in consumers)
        {
            try
            {
                await consumer.RefreshAsync(cancellationToken);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                logger.LogWarning(e, "Snapshot {SnapshotId} is current, but is not served here yet.", manifest.Id);
            }
        }
    }

    private async Task<DraftTable> DraftAsync(
        BuiltTable table, SnapshotManifest? current, TransformDatabase database, bool force, CancellationToken cancellationToken)
    {
        var declaration = definition.Model.FindSql(table.Transform.Table)!;
        var before = current?.Tables.FirstOrDefault(t => t.Name == declaration.SqlName);
        var isKept = before?.Sha256 == table.State.Sha256;
        var change = before is null ? new TableChange(0, table.State.Rows, 0, 0)
            : isKept ? new TableChange(before.Rows, 0, 0, 0)
            : await TableDiff.CompareAsync(database, snapshots, declaration, before, database.FileOf(table.Transform.Name), cancellationToken);

        // A forced run writes all files anew, which also heals a snapshot whose files were damaged.
        var path = isKept && !(force && table.IsBuilt) ? null : database.FileOf(table.Transform.Name);
        return new DraftTable(
            declaration, path, table.State.Rows, table.State.Sha256, table.State.SourceHash, table.Transform.DependsOn, table.FreshAsOf, change);
    }

    private Task FinishAsync(
        IReadOnlyList<BronzeSource> sources, SnapshotManifest? published, string ifUnchanged, CancellationToken cancellationToken)
    {
        var problems = sources.Where(s => s.Problem is not null).Select(s => $"{s.Definition.Name}: {s.Problem}").ToList();
        var state = problems.Count > 0 ? RunState.Degraded : published is null ? RunState.Unchanged : RunState.Succeeded;
        return journal.UpdateAsync(r => r with
        {
            State = state,
            SnapshotId = published?.Id,
            Reason = problems.Count > 0 ? $"Some sources failed and keep their last good data. {string.Join(" ", problems)}"
                : published is null ? ifUnchanged : null,
        }, cancellationToken);
    }

    private static bool IsSame(IReadOnlyList<BuiltTable> gold, SnapshotManifest? current) =>
        current is not null
        && current.Tables.Select(t => (t.Name, t.Sha256)).ToHashSet().SetEquals(gold.Select(t => (Name: t.Transform.Table, t.State.Sha256)));
}
