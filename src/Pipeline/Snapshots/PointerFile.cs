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
                return new PointerVersion(pointer is { Id: "" } ? null : pointer, before);
            }
        }
    }

    /// <summary>The version alone, to notice cheaply that the pointer was moved.</summary>
    public async Task<string?> TagAsync(CancellationToken cancellationToken) =>
        (await lake.FindAsync(LakeLayer.Gold, SnapshotKeys.Pointer, cancellationToken))?.Tag;

    /// <summary>Leaves the pointer where it is, but lets nobody move it any more who has read it before.</summary>
    /// <returns>False when somebody has moved it since <paramref name="since"/> was read.</returns>
    public Task<bool> TryFenceAsync(PointerVersion since, CancellationToken cancellationToken) => TryMoveAsync(
        since,
        (since.Pointer ?? new SnapshotPointer(Id: "", LastNumber: 0, DateTimeOffset.UnixEpoch)) with { Fence = Guid.NewGuid().ToString("N") },
        cancellationToken);

    /// <summary>Moves the pointer if nobody has moved it since <paramref name="since"/> was read.</summary>
    public async Task<bool> TryMoveAsync(PointerVersion since, SnapshotPointer to, CancellationToken cancellationToken) =>
        await lake.TryWriteJsonAsync(LakeLayer.Gold, SnapshotKeys.Pointer, to, since.Tag, cancellationToken) is not null;
}
