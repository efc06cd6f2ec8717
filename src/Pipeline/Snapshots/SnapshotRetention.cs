using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Snapshots;

/// <summary>Removes snapshots that are neither among the newest, nor young, nor current, nor in use.</summary>
public sealed class SnapshotRetention(
    ILake lake, ISnapshotStore snapshots, IEnumerable<ISnapshotUsage> usages, IOptions<PipelineOptions> options, TimeProvider time)
{
    /// <summary>Applies the rule of <see cref="PipelineOptions.KeepSnapshots"/> and <see cref="PipelineOptions.KeepSnapshotsFor"/>.</summary>
    /// <returns>The ids of the removed snapshots.</returns>
    public async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancellationToken)
    {
        var youngest = time.GetUtcNow() - options.Value.KeepSnapshotsFor;
        var removed = new List<string>();
        foreach (var snapshot in (await snapshots.ListAsync(cancellationToken)).Skip(options.Value.KeepSnapshots))
        {
            // Asked anew each time: a roll-back may have made an old snapshot current a moment ago.
            if (snapshot.CreatedAt < youngest && !await IsInUseAsync(snapshot.Id, cancellationToken)
                && (await snapshots.GetCurrentAsync(cancellationToken))?.Id != snapshot.Id)
            {
                await lake.RemoveSnapshotAsync(snapshot.Id, cancellationToken);
                removed.Add(snapshot.Id);
            }
        }

        return removed;
    }

    private async Task<bool> IsInUseAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var usage in usages)
        {
            if (await usage.IsInUseAsync(id, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
