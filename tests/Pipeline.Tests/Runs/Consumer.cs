using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Pipeline.Tests.Runs;

/// <summary>Takes up snapshots as a test says.</summary>
internal sealed class Consumer(Func<CancellationToken, Task> takeUp) : ISnapshotConsumer
{
    public Task RefreshAsync(CancellationToken cancellationToken) => takeUp(cancellationToken);
}
