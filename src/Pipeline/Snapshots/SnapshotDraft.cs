using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Snapshots;

/// <summary>What a run wants to publish.</summary>
/// <param name="RunId">The run.</param>
/// <param name="InputsHash">SHA-256 over all inputs and settings.</param>
/// <param name="TransformsHash">SHA-256 over all transforms.</param>
/// <param name="Tables">All tables, in any order.</param>
internal sealed record SnapshotDraft(string RunId, string InputsHash, string TransformsHash, IReadOnlyList<DraftTable> Tables);

/// <summary>One table of a draft.</summary>
/// <param name="Table">Its declaration.</param>
/// <param name="Path">Local Parquet file with its rows; null when the table of the current snapshot is taken over.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Sha256">SHA-256 of the Parquet file.</param>
/// <param name="SourceHash">Hash over everything that it was made from.</param>
/// <param name="DependsOn">What it was made from.</param>
/// <param name="FreshAsOf">Change time of the newest source file that went into it.</param>
/// <param name="Change">How it differs from the current snapshot.</param>
internal sealed record DraftTable(
    GoldTable Table,
    string? Path,
    long Rows,
    string Sha256,
    string SourceHash,
    IReadOnlyList<string> DependsOn,
    DateTimeOffset? FreshAsOf,
    TableChange Change);
