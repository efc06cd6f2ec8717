using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Snapshots;

/// <summary>Removes a snapshot so that no reader can meet half of it.</summary>
internal static class SnapshotRemoval
{
    public static async Task RemoveSnapshotAsync(this ILake lake, string id, CancellationToken cancellationToken)
    {
        // Without its manifest a snapshot does not exist any more, whatever happens to the rest of the work.
        await lake.DeleteAsync(LakeLayer.Gold, SnapshotKeys.Manifest(id), cancellationToken);
        var keys = new List<string>();
        await foreach (var found in lake.ListAsync(LakeLayer.Gold, $"{SnapshotKeys.Folder}{id}/", cancellationToken))
        {
            keys.Add(found.Key);
        }

        foreach (var key in keys)
        {
            await lake.DeleteAsync(LakeLayer.Gold, key, cancellationToken);
        }
    }
}
