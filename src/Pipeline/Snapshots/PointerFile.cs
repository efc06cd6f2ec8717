using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Pipeline.Snapshots;

/// <summary>Reads and moves the pointer.</summary>
internal sealed class PointerFile(ILake lake)
{
    public async Task<PointerVersion> ReadAsync(CancellationToken cancellationToken)
    {
        // The version is read before and after the content: one that moved in between would fence off nobody.
        while (true)
        {
            var before = await TagAsync(cancellationToken);
            var pointer = before is null ? null : await lake.ReadJsonAsync<SnapshotPointer>(LakeLayer.Gold, SnapshotKeys.Pointer, cancellationToken);
            if (before == await TagAsync(cancellationToken))
            {
                return new PointerVersion(pointer, before);
            }
        }
    }

    /// <summary>The version alone, to notice cheaply that the pointer was moved.</summary>
    public async Task<string?> TagAsync(CancellationToken cancellationToken) =>
        (await lake.FindAsync(LakeLayer.Gold, SnapshotKeys.Pointer, cancellationToken))?.Tag;

    /// <summary>Moves the pointer if nobody has moved it since <paramref name="since"/> was read.</summary>
    public async Task<bool> TryMoveAsync(PointerVersion since, SnapshotPointer to, CancellationToken cancellationToken) =>
        await lake.TryWriteJsonAsync(LakeLayer.Gold, SnapshotKeys.Pointer, to, since.Tag, cancellationToken) is not null;
}
