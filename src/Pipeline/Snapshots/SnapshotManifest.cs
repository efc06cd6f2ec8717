namespace NovaCorrente.Pipeline.Snapshots;

/// <summary>
/// What a published snapshot consists of; stored as <c>snapshots/&lt;id&gt;/manifest.json</c> in the gold layer beside the Parquet files.
/// A snapshot without a manifest was never published.
/// </summary>
public sealed record SnapshotManifest
{
    /// <summary>Identity: UTC time of publishing and a short hash, for example <c>20260102T050000Z-1f3a9c2e</c>; sorts by time.</summary>
    public required string Id { get; init; }

    /// <summary>Consecutive number; the first snapshot of a lake is 1.</summary>
    public required long Number { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The run that published it.</summary>
    public required string RunId { get; init; }

    /// <summary>The snapshot that was current before, or null for the first.</summary>
    public required string? PreviousId { get; init; }

    /// <summary>SHA-256 over the hashes of all inputs and settings that went in.</summary>
    public required string InputsHash { get; init; }

    /// <summary>SHA-256 over the texts of all transforms.</summary>
    public required string TransformsHash { get; init; }

    /// <summary>SHA-256 over names and hashes of all tables: equal checksums mean equal gold.</summary>
    public required string Checksum { get; init; }

    /// <summary>The tables, ordered by name.</summary>
    public required IReadOnlyList<SnapshotTable> Tables { get; init; }
}

/// <summary>One table of a snapshot.</summary>
public sealed record SnapshotTable
{
    /// <summary>SQL name, for example <c>purchase_line</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Key of the Parquet file in the gold layer.</summary>
    public required string Key { get; init; }

    /// <summary>Number of rows.</summary>
    public required long Rows { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Hash over everything that the table was made from; an unchanged table is copied, not rebuilt.</summary>
    public required string SourceHash { get; init; }

    /// <summary>Names of the silver, gold and bronze tables it was made from.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>
    /// Change time of the newest source file that went into it, UTC; null when it depends on no source file. The time of a file, not of the rows in
    /// it: rows may carry dates in the future, and a source that delivers the same rows again is fresh although no row is.
    /// </summary>
    public DateTimeOffset? FreshAsOf { get; init; }

    /// <summary>Rows by which it differs from the previous snapshot, matched by key.</summary>
    public required TableChange Change { get; init; }
}

/// <summary>How a table differs from the previous snapshot.</summary>
/// <param name="RowsBefore">Rows in the previous snapshot; 0 for the first.</param>
/// <param name="Added">Keys that are new.</param>
/// <param name="Changed">Keys whose other columns differ.</param>
/// <param name="Removed">Keys that are gone.</param>
public sealed record TableChange(long RowsBefore, long Added, long Changed, long Removed);
