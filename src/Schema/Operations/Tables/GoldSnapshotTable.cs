using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Schema.Operations.Tables;

/// <summary>A table as a snapshot holds it, and how it differs from the snapshot before.</summary>
[GoldTable(TableKind.Operations, "goldSnapshotTable", "goldSnapshotTables", Grain = "one snapshot × table")]
public sealed record GoldSnapshotTable
{
    /// <summary>Identity of the snapshot.</summary>
    [Key]
    public required string SnapshotId { get; init; }

    /// <summary>Name of the table, for example <c>purchase_line</c>.</summary>
    [Key]
    public required string Name { get; init; }

    /// <summary>Number of rows.</summary>
    [Unit("rows")]
    public required long Rows { get; init; }

    /// <summary>Size of the file.</summary>
    [Unit("bytes")]
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Hash over everything that the table was made from; while it stays the same, the table is not rebuilt.</summary>
    public required string SourceHash { get; init; }

    /// <summary>Names of the bronze, silver and gold tables that it was made from.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>Newest date of source data that it covers; null when its sources have no dates.</summary>
    public DateTime? FreshAsOf { get; init; }

    /// <summary>Rows in the snapshot before; 0 in the first.</summary>
    [Unit("rows")]
    public required long RowsBefore { get; init; }

    /// <summary>Rows whose key is new.</summary>
    [Unit("rows")]
    public required long RowsAdded { get; init; }

    /// <summary>Rows whose key stayed and whose other columns differ.</summary>
    [Unit("rows")]
    public required long RowsChanged { get; init; }

    /// <summary>Rows whose key is gone.</summary>
    [Unit("rows")]
    public required long RowsRemoved { get; init; }

    /// <summary>The snapshot.</summary>
    [Relation(nameof(SnapshotId))]
    public GoldSnapshot Snapshot { get; init; } = null!;

    /// <summary>What the table is; null when it is not served any more.</summary>
    [Relation(nameof(Name))]
    public GoldTable? Table { get; init; }
}
