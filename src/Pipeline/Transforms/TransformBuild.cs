using DuckDB.NET.Data;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Transforms;

/// <summary>
/// Brings silver and gold up to date in the database of one run. A table is made only if something that it is made from has changed; the rows
/// of an unchanged one are fetched from the lake only if a table that is made reads them.
/// </summary>
internal sealed class TransformBuild(
    TransformCatalog catalog,
    GoldModel model,
    ILake lake,
    IBronzeTables bronze,
    TransformDatabase database,
    IReadOnlyDictionary<string, string> variables,
    BuildState prior,
    SnapshotManifest? current,
    RunJournal journal)
{
    private readonly Dictionary<string, Transform> _transforms = catalog.Transforms.ToDictionary(t => t.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, BuiltTable> _tables = new(StringComparer.Ordinal);

    // What only other silver tables read is a step on the way: it is cheaper to make again than to keep.
    private readonly HashSet<string> _notKept = catalog.Transforms
        .SelectMany(t => t.DependsOn.Select(d => (Reader: t, Name: d)))
        .GroupBy(d => d.Name)
        .Where(g => g.All(d => d.Reader.Schema == "silver"))
        .Select(g => g.Key)
        .ToHashSet(StringComparer.Ordinal);

    private IReadOnlyDictionary<string, long>? _bronzeRows;

    /// <summary>The tables so far, by full name.</summary>
    public IReadOnlyDictionary<string, BuiltTable> Tables => _tables;

    /// <summary>Makes what has to be made.</summary>
    /// <param name="force">Make everything.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="TransformException">A statement failed; the message names the table.</exception>
    public async Task RunAsync(bool force, CancellationToken cancellationToken)
    {
        foreach (var transform in catalog.Transforms)
        {
            var sourceHash = SourceHash.Of(transform, DeclarationOf(transform), variables, ContentHashOf);
            if (!force && Known(transform) is { } known && known.SourceHash == sourceHash)
            {
                _tables[transform.Name] = new BuiltTable(transform, known, IsBuilt: false, FreshAsOf(transform));
                await journal.SkipAsync(transform.Name, StageOf(transform), known.Rows, "Nothing that it is made from has changed.", cancellationToken);
            }
            else
            {
                await BuildStepAsync(transform, sourceHash, cancellationToken);
            }
        }
    }

    /// <summary>Makes sure that a table can be read in the database of the run.</summary>
    public async Task EnsureAsync(string name, CancellationToken cancellationToken)
    {
        if (TransformCatalog.IsBronze(name))
        {
            await LoadBronzeAsync(cancellationToken);
        }
        else if (!database.Has(name) && !await TryFetchAsync(_tables[name], cancellationToken))
        {
            await BuildStepAsync(_transforms[name], _tables[name].State.SourceHash, cancellationToken);
        }
    }

    /// <summary>What the next run may know.</summary>
    public BuildState ToState() => new(_tables.ToDictionary(t => t.Key, t => t.Value.State, StringComparer.Ordinal));

    /// <summary>Where the silver layer keeps the rows of a table.</summary>
    public static string SilverKey(string table, string sha256) => $"{table}/{sha256}.parquet";

    /// <summary>Whether a key of the silver layer is one of <see cref="SilverKey"/>.</summary>
    public static bool IsSilverKey(string key) => key.Split('/') is [_, var file] && file.Length == 64 + ".parquet".Length && file.EndsWith(".parquet", StringComparison.Ordinal);

    private async Task BuildStepAsync(Transform transform, string sourceHash, CancellationToken cancellationToken)
    {
        foreach (var dependency in transform.DependsOn)
        {
            await EnsureAsync(dependency, cancellationToken);
        }

        await journal.StepAsync(transform.Name, StageOf(transform), async step =>
        {
            step.RowsIn = transform.DependsOn.Sum(RowsOf);
            var state = await BuildAsync(transform, sourceHash, cancellationToken);
            step.RowsOut = state.Rows;
            if (Known(transform)?.ContentHash == state.ContentHash)
            {
                step.Note = "Came to the same rows as before.";
            }

            _tables[transform.Name] = new BuiltTable(transform, state, IsBuilt: true, FreshAsOf(transform));
        }, cancellationToken);
    }

    private async Task<TableState> BuildAsync(Transform transform, string sourceHash, CancellationToken cancellationToken)
    {
        var path = database.PathFor(transform.Name);
        try
        {
            var selected = await database.DescribeAsync(transform.Sql, cancellationToken);
            var query = DeclarationOf(transform) is { } table ? GoldQuery.Of(transform, table, selected) : transform.Sql;
            var rows = await database.CopyAsync(query, path, cancellationToken);
            database.Attach(transform.Name, path);
            var sha256 = await LakeFiles.HashAsync(path, cancellationToken);
            if (transform.Schema == "gold")
            {
                return new TableState(sourceHash, sha256, rows, sha256);
            }

            var content = await RowHash.OfAsync(database, transform.Name, selected, cancellationToken);
            if (_notKept.Contains(transform.Name))
            {
                return new TableState(sourceHash, content, rows, sha256);
            }

            // Equal rows stay in the file that is there already, so that nothing is written when nothing has changed.
            if (Known(transform) is { } known && known.ContentHash == content && await IsStoredAsync(transform, known, cancellationToken))
            {
                return known with { SourceHash = sourceHash };
            }

            await lake.UploadAsync(LakeLayer.Silver, SilverKey(transform.Table, sha256), path, cancellationToken);
            return new TableState(sourceHash, content, rows, sha256);
        }
        catch (DuckDBException e)
        {
            throw new TransformException($"{transform.Name} could not be made: {e.Message}", e);
        }
    }

    private async Task<bool> IsStoredAsync(Transform transform, TableState state, CancellationToken cancellationToken) =>
        await lake.FindAsync(LakeLayer.Silver, SilverKey(transform.Table, state.Sha256), cancellationToken) is not null;

    private async Task<bool> TryFetchAsync(BuiltTable table, CancellationToken cancellationToken)
    {
        var (layer, key) = table.Transform.Schema == "gold"
            ? (LakeLayer.Gold, current!.Tables.First(t => t.Name == table.Transform.Table).Key)
            : (LakeLayer.Silver, SilverKey(table.Transform.Table, table.State.Sha256));
        var path = database.PathFor(table.Transform.Name);
        try
        {
            await lake.DownloadAsync(layer, key, table.State.Sha256, path, cancellationToken);
        }
        catch (LakeException e) when (e.Fault is LakeFault.Missing or LakeFault.Corrupt)
        {
            // What is kept only saves work: lost or damaged, it is made again.
            return false;
        }

        database.Attach(table.Transform.Name, path);
        return true;
    }

    private async Task LoadBronzeAsync(CancellationToken cancellationToken)
    {
        if (_bronzeRows is null)
        {
            await journal.StepAsync("bronze.load", RunStage.Bronze, async step =>
            {
                // Rows of text files are numbered in the order of the file.
                database.PreserveOrder(true);
                _bronzeRows = await bronze.LoadAsync(database, cancellationToken);
                database.PreserveOrder(false);
                step.RowsOut = _bronzeRows.Values.Sum();
            }, cancellationToken);
        }
    }

    private TableState? Known(Transform transform)
    {
        var known = prior.Tables.GetValueOrDefault(transform.Name);
        return known is null || transform.Schema == "silver" || current?.Tables.FirstOrDefault(t => t.Name == transform.Table)?.Sha256 == known.Sha256
            ? known
            : null;
    }

    private GoldTable? DeclarationOf(Transform transform) => transform.Schema == "silver" ? null
        : model.FindSql(transform.Table) ?? throw new TransformException($"{transform.Name} has a statement but no declaration.");

    private string ContentHashOf(string name) => TransformCatalog.IsBronze(name) ? BronzeOf(name).ContentHash : _tables[name].State.ContentHash;

    private long RowsOf(string name) => TransformCatalog.IsBronze(name) ? _bronzeRows!.GetValueOrDefault(name) : _tables[name].State.Rows;

    private DateTimeOffset? FreshAsOf(Transform transform) =>
        transform.DependsOn.Max(d => TransformCatalog.IsBronze(d) ? BronzeOf(d).FreshAsOf : _tables[d].FreshAsOf);

    private BronzeTableState BronzeOf(string name) =>
        bronze.States.GetValueOrDefault(name) ?? throw new TransformException($"No source fills {name}.");

    private static RunStage StageOf(Transform transform) => transform.Schema == "gold" ? RunStage.Gold : RunStage.Silver;
}
