using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Resolvers.Serving;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Operations.Tables;
using GoldTable = NovaCorrente.Schema.Gold.Model.GoldTable;

namespace NovaCorrente.Resolvers.Operations;

/// <summary>
/// Answers questions about the service's own work. It is loaded from the run log and the snapshots when it is first asked, and told of
/// every change after that.
/// </summary>
internal sealed class OperationsDatabase(
    GoldModel model, IRunLog log, ISnapshotStore snapshots, IEnumerable<IScheduleSource> schedules, ServingOptions options, TimeProvider time)
    : IQueryDatabases, IDisposable
{
    private readonly OperationsStore _store = new(model);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly SemaphoreSlim _applying = new(1, 1);
    private readonly Dictionary<string, RunRecord> _runs = new(StringComparer.Ordinal);
    private IReadOnlyList<string> _snapshots = [];
    private volatile HashSet<string> _listed = [];
    private IReadOnlyList<Schedule> _schedules = [];
    private volatile bool _loaded;
    private readonly Lock _asking = new();
    private Task? _firstRefresh;

    /// <summary>Whether a snapshot is among those that are listed.</summary>
    public bool Lists(string snapshotId) => _listed.Contains(snapshotId);

    public bool Serves(GoldTable table) => table.Kind is TableKind.Operations;

    public async ValueTask<IDatabaseLease> LeaseAsync(string? asOf, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return new PinnedLease(_store.Pin());
    }

    /// <summary>The database as it is now, but with a run as it was at a certain moment.</summary>
    public async ValueTask<IDatabaseLease> LeaseAsOfAsync(RunRecord run, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var connection = _store.Pin();
        try
        {
            RunOverlay.Apply(connection, model, run);
            return new PinnedLease(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Takes over a state of a run; one that is older than the known state changes nothing.</summary>
    public async Task ApplyAsync(RunRecord run, CancellationToken cancellationToken)
    {
        await _applying.WaitAsync(cancellationToken);
        try
        {
            await ApplyRunsAsync([run], cancellationToken);
        }
        finally
        {
            _applying.Release();
        }
    }

    /// <summary>Brings the tables in step with the run log and the snapshots, whatever was missed.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        // One look at a time, or an older one could be applied after a newer one. Who asks meanwhile must not wait for the lake.
        await _reading.WaitAsync(cancellationToken);
        try
        {
            var runs = await log.ListAsync(cancellationToken);
            var current = await snapshots.GetCurrentAsync(cancellationToken);
            var existing = await snapshots.ListAsync(cancellationToken);
            await _applying.WaitAsync(cancellationToken);
            try
            {
                await ApplyRunsAsync(runs, cancellationToken);
                await ApplySnapshotsAsync(current, existing, cancellationToken);
                _loaded = true;
            }
            finally
            {
                _applying.Release();
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _store.Dispose();

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!_loaded)
        {
            await LakeWait.WithinAsync(options.LakeWait, time, FirstRefresh(), cancellationToken);
        }

        await ApplySchedulesAsync(cancellationToken);
    }

    // One look at the lake for all who ask before anything is known; it goes on when they give up.
    private Task FirstRefresh()
    {
        lock (_asking)
        {
            return _firstRefresh is { IsCompleted: false } underWay ? underWay : _firstRefresh = RefreshAsync(CancellationToken.None);
        }
    }

    private async Task ApplyRunsAsync(IEnumerable<RunRecord> runs, CancellationToken cancellationToken)
    {
        var changed = runs.Where(run => !_runs.TryGetValue(run.Id, out var known) || RunProgress.IsNewer(run, known)).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        await _store.WriteAsync(
            tables =>
            {
                foreach (var run in changed.Where(run => _runs.ContainsKey(run.Id)))
                {
                    tables.Remove(model.Table(nameof(PipelineRun)), "id", run.Id);
                    foreach (var part in RunOverlay.Parts)
                    {
                        tables.Remove(model.Table(part), "runId", run.Id);
                    }
                }

                foreach (var (table, rows) in RunOverlay.Rows(model, changed))
                {
                    tables.Insert(table, rows);
                }
            },
            cancellationToken);
        changed.ForEach(run => _runs[run.Id] = run);
    }

    private async Task ApplySnapshotsAsync(SnapshotManifest? current, IReadOnlyList<SnapshotManifest> existing, CancellationToken cancellationToken)
    {
        var rollbacks = _runs.Values.Where(r => r is { RolledBackId: not null, SnapshotId: not null })
            .GroupBy(r => r.RolledBackId!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MaxBy(r => r.Id, StringComparer.Ordinal)!, StringComparer.Ordinal);
        IReadOnlyList<string> version = [current?.Id ?? "", .. existing.Select(s => $"{s.Id} {rollbacks.GetValueOrDefault(s.Id)?.Id}")];
        if (_loaded && version.SequenceEqual(_snapshots, StringComparer.Ordinal))
        {
            return;
        }

        await _store.WriteAsync(
            tables =>
            {
                Replace(tables, nameof(GoldSnapshot), existing.Select(s => SnapshotRows.Snapshot(s, s.Id == current?.Id, rollbacks.GetValueOrDefault(s.Id))));
                Replace(tables, nameof(GoldSnapshotTable), existing.SelectMany(SnapshotRows.Tables));
                Replace(tables, nameof(Schema.Operations.Tables.GoldTable), CatalogueRows.Of(model, current));
                Replace(tables, nameof(Schema.Operations.Tables.GoldColumn), CatalogueRows.Columns(model));
            },
            cancellationToken);
        _snapshots = version;
        _listed = existing.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
    }

    private async Task ApplySchedulesAsync(CancellationToken cancellationToken)
    {
        var found = new List<Schedule>();
        foreach (var source in schedules)
        {
            found.AddRange(await source.ListAsync(cancellationToken));
        }

        await _applying.WaitAsync(cancellationToken);
        try
        {
            if (!found.SequenceEqual(_schedules))
            {
                await _store.WriteAsync(tables => Replace(tables, nameof(Schedule), found), cancellationToken);
                _schedules = found;
            }
        }
        finally
        {
            _applying.Release();
        }
    }

    private void Replace(TableWriter tables, string name, IEnumerable<object> rows)
    {
        tables.Clear(model.Table(name));
        tables.Insert(model.Table(name), rows);
    }
}
