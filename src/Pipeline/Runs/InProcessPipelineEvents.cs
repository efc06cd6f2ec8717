using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>Announcements within this process.</summary>
public sealed class InProcessPipelineEvents : IPipelineEvents
{
    private const int Capacity = 1024;
    private readonly Subscribers<RunRecord> _runs = new(Capacity);
    private readonly Subscribers<SnapshotManifest> _published = new(Capacity);
    private readonly Subscribers<SnapshotNews> _news = new(Capacity);
    private readonly Lock _telling = new();
    private SnapshotManifest? _announced;
    private SnapshotManifest? _served;

    /// <inheritdoc/>
    public ValueTask RunChangedAsync(RunRecord run, CancellationToken cancellationToken)
    {
        _runs.Publish(run);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask SnapshotPublishedAsync(SnapshotManifest snapshot, CancellationToken cancellationToken)
    {
        lock (_telling)
        {
            _announced = snapshot;
        }

        _published.Publish(snapshot);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public void SnapshotServed(SnapshotManifest snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        lock (_telling)
        {
            // After a rollback only the announcement knows how gold differs from what was current before.
            var isCounted = _announced?.Id == snapshot.Id && _announced.PreviousId == _served?.Id;
            _news.Publish(SnapshotNews.Found(_served, isCounted ? _announced! : snapshot));
            _served = snapshot;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RunRecord> RunChanges(CancellationToken cancellationToken) => _runs.Subscribe(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<SnapshotManifest> SnapshotsPublished(CancellationToken cancellationToken) => _published.Subscribe(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<SnapshotNews> SnapshotsServed(CancellationToken cancellationToken) => _news.Subscribe(cancellationToken);

    /// <summary>Ends all subscriptions to runs.</summary>
    public void CompleteRuns() => _runs.Complete();

    /// <summary>Ends all subscriptions to snapshots.</summary>
    public void CompleteSnapshots()
    {
        _published.Complete();
        _news.Complete();
    }
}
