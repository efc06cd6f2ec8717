using NovaCorrente.Pipeline.Snapshots;

namespace NovaCorrente.Pipeline.Tests.Runs;

/// <summary>Manifests without files.</summary>
internal static class Snapshots
{
    public static SnapshotManifest Of(string id, string? previousId, params IEnumerable<SnapshotTable> tables) => new()
    {
        Id = id,
        Number = 1,
        CreatedAt = DateTimeOffset.UnixEpoch,
        RunId = "r",
        PreviousId = previousId,
        InputsHash = "",
        TransformsHash = "",
        Checksum = "",
        Tables = [.. tables],
    };

    public static SnapshotTable Table(string name, long rows, string sha256, TableChange change) => new()
    {
        Name = name,
        Key = name,
        Rows = rows,
        Bytes = 1,
        Sha256 = sha256,
        SourceHash = "",
        DependsOn = [],
        Change = change,
    };
}
