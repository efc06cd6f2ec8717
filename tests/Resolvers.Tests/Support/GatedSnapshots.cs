using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Resolvers.Tests.Support;

/// <summary>Snapshots whose files come only when a test lets them, so that a snapshot can be held in the middle of being opened.</summary>
internal sealed class GatedSnapshots(ISnapshotStore snapshots) : ISnapshotStore
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first file is asked for.</summary>
    public Task Reached => _reached.Task.WaitAsync(_patience);

    /// <summary>Lets all files through from now on.</summary>
    public void Open() => _open.TrySetResult();

    public Task<SnapshotManifest?> GetCurrentAsync(CancellationToken cancellationToken) => snapshots.GetCurrentAsync(cancellationToken);

    public Task<SnapshotManifest?> GetAsync(string id, CancellationToken cancellationToken) => snapshots.GetAsync(id, cancellationToken);

    public Task<IReadOnlyList<SnapshotManifest>> ListAsync(CancellationToken cancellationToken) => snapshots.ListAsync(cancellationToken);

    public async Task DownloadAsync(SnapshotTable table, string path, CancellationToken cancellationToken)
    {
        _reached.TrySetResult();
        await _open.Task.WaitAsync(_patience, cancellationToken);
        await snapshots.DownloadAsync(table, path, cancellationToken);
    }
}
