using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>Announcements within this process.</summary>
public sealed class InProcessPipelineEvents : IPipelineEvents
{
    private const int Capacity = 1024;
    private readonly Subscribers<RunRecord> _runs = new(Capacity);
    private readonly Subscribers<SnapshotNews> _snapshots = new(Capacity);
    private readonly Lock _telling = new();
    private SnapshotManifest? _current;

    /// <inheritdoc/>
    public ValueTask RunChangedAsync(RunRecord run, CancellationToken cancellationToken)
    {
        _runs.Publish(run);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask SnapshotPublishedAsync(SnapshotManifest snapshot, CancellationToken cancellationToken)
    {
        Tell(snapshot, _ => SnapshotNews.Of(snapshot));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask SnapshotFoundAsync(SnapshotManifest snapshot, CancellationToken cancellationToken)
    {
        Tell(snapshot, known => SnapshotNews.Found(known, snapshot));
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes a snapshot for known without telling anybody.</summary>
    public void Remember(SnapshotManifest? current)
    {
        lock (_telling)
        {
            _current = current ?? _current;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RunRecord> RunChanges(CancellationToken cancellationToken) => _runs.Subscribe(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<SnapshotNews> SnapshotsPublished(CancellationToken cancellationToken) => _snapshots.Subscribe(cancellationToken);

    /// <summary>Ends all subscriptions to runs.</summary>
    public void CompleteRuns() => _runs.Complete();

    /// <summary>Ends all subscriptions to snapshots.</summary>
    public void CompleteSnapshots() => _snapshots.Complete();

    private void Tell(SnapshotManifest snapshot, Func<SnapshotManifest?, SnapshotNews> news)
    {
        // Told within the lock, so that everybody hears of snapshots in the order in which they were known.
        lock (_telling)
        {
            if (snapshot.Id != _current?.Id)
            {
                _snapshots.Publish(news(_current));
                _current = snapshot;
            }
        }
    }
}
