using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Operations.Tables;

/// <summary>A published snapshot: an immutable, checksummed set of gold tables. Every answer comes from exactly one.</summary>
[GoldTable(TableKind.Operations, "goldSnapshot", "goldSnapshots", Grain = "one snapshot that still exists", CurrentMark = nameof(IsCurrent))]
public sealed record GoldSnapshot
{
    /// <summary>Identity; sorts by time of publishing.</summary>
    [Key]
    public required string Id { get; init; }

    /// <summary>Consecutive number; the first snapshot is 1.</summary>
    public required long Number { get; init; }

    /// <summary>Whether it is the one that is published now.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Identity of the run that published it.</summary>
    public required string RunId { get; init; }

    /// <summary>Identity of the snapshot that was current before; null for the first.</summary>
    public string? PreviousId { get; init; }

    /// <summary>SHA-256 over the hashes of all inputs and settings that went in.</summary>
    public required string InputsHash { get; init; }

    /// <summary>SHA-256 over the texts of all transforms.</summary>
    public required string TransformsHash { get; init; }

    /// <summary>SHA-256 over names and hashes of all tables: equal checksums mean equal gold.</summary>
    public required string Checksum { get; init; }

    /// <summary>When an operator last rolled gold back from it; null when nobody ever did.</summary>
    public DateTime? RolledBackAt { get; init; }

    /// <summary>Who did; null when nobody ever did, and when the service does not know its users.</summary>
    public string? RolledBackBy { get; init; }

    /// <summary>Rows of all tables together.</summary>
    [Unit("rows")]
    public required long Rows { get; init; }

    /// <summary>Size of all files together.</summary>
    [Unit("bytes")]
    public required long Bytes { get; init; }

    /// <summary>The run that published it; null when its record is gone.</summary>
    [Relation(nameof(RunId))]
    public PipelineRun? Run { get; init; }

    /// <summary>The snapshot that was current before; null for the first, and when it is gone by retention.</summary>
    [Relation(nameof(PreviousId))]
    public GoldSnapshot? Previous { get; init; }

    /// <summary>Its tables.</summary>
    [InverseOf(nameof(GoldSnapshotTable.Snapshot))]
    public IReadOnlyList<GoldSnapshotTable> Tables { get; init; } = [];
}
