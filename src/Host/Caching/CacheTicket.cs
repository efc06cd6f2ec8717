namespace NovaCorrente.Host.Caching;

/// <summary>The place of an answer in the cache.</summary>
/// <param name="Key">Stands for everything that the answer depends on; a hash, so it may be shown.</param>
/// <param name="SnapshotId">The snapshot that the answer is of.</param>
internal sealed record CacheTicket(string Key, string SnapshotId);
