namespace NovaCorrente.Pipeline.Snapshots;

/// <summary>The one mutable object of the gold layer: which snapshot is current.</summary>
/// <param name="Id">The current snapshot; empty where only a fence stands, because nothing has been published yet.</param>
/// <param name="LastNumber">
/// The highest number that was ever current. A manifest with a higher one was written by a run that did not get to the pointer,
/// and does not count.
/// </param>
/// <param name="MovedAt">When the pointer was moved, UTC.</param>
/// <param name="Rollback">The rollback that moved it; null when a run published.</param>
/// <param name="Fence">Set to another value to make another version of a pointer that stays where it is.</param>
internal sealed record SnapshotPointer(string Id, long LastNumber, DateTimeOffset MovedAt, PointerRollback? Rollback = null, string? Fence = null);

/// <summary>Why the pointer stands where an operator put it.</summary>
/// <param name="RunId">The record of the rollback.</param>
/// <param name="FromId">The snapshot that was current before.</param>
/// <param name="By">Who did it, when that is known.</param>
/// <param name="HeldInputs">What led to the snapshots that were rolled back, as <c>RunInputs</c> hashes it. Runs publish nothing made of these again.</param>
internal sealed record PointerRollback(string RunId, string FromId, string? By, IReadOnlyList<string> HeldInputs);

/// <summary>The pointer as it was read, with the version by which a later move is refused if anybody else was first.</summary>
/// <param name="Pointer">The pointer; null before the first snapshot.</param>
/// <param name="Tag">Version of the stored object; null when there is none.</param>
internal sealed record PointerVersion(SnapshotPointer? Pointer, string? Tag);
