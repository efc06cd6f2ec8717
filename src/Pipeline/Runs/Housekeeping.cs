using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Snapshots;
using NovaCorrente.Pipeline.Transforms;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>Removes what nothing refers to any more: old snapshots by their rule, and silver files that the last build does not use.</summary>
internal sealed class Housekeeping(ILake lake, SnapshotRetention retention)
{
    public async Task CleanAsync(BuildState state, CancellationToken cancellationToken)
    {
        await retention.ApplyAsync(cancellationToken);
        var used = state.Tables.Where(t => t.Key.StartsWith("silver.", StringComparison.Ordinal))
            .Select(t => TransformBuild.SilverKey(t.Key["silver.".Length..], t.Value.Sha256))
            .ToHashSet(StringComparer.Ordinal);
        var unused = new List<string>();
        await foreach (var found in lake.ListAsync(LakeLayer.Silver, "", cancellationToken))
        {
            if (TransformBuild.IsSilverKey(found.Key) && !used.Contains(found.Key))
            {
                unused.Add(found.Key);
            }
        }

        foreach (var key in unused)
        {
            await lake.DeleteAsync(LakeLayer.Silver, key, cancellationToken);
        }
    }
}
