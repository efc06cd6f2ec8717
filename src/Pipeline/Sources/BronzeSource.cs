using System.Text.Json.Serialization;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>What landing one source came to.</summary>
public sealed record BronzeSource
{
    /// <summary>The source.</summary>
    public required SourceDefinition Definition { get; init; }

    /// <summary>How it went.</summary>
    public required SourceState State { get; init; }

    /// <summary>The files that fill its bronze tables, oldest first within a table.</summary>
    public IReadOnlyList<BronzeInput> Inputs { get; init; } = [];

    /// <summary>Sheets and files that were refused; they become rows of the quarantine.</summary>
    public IReadOnlyList<BronzeRejection> Rejections { get; init; } = [];

    /// <summary>Why the source failed, in sentences for an operator; null when it did not.</summary>
    public string? Problem { get; init; }

    /// <summary>Change time of its newest file, UTC; null without files.</summary>
    public DateTimeOffset? FreshAsOf { get; init; }

    /// <summary>Whether its newest file is older than the source's freshness rule allows.</summary>
    public bool IsStale { get; init; }

    /// <summary>
    /// Per bronze table, a hash over names and contents of its inputs: equal hashes mean equal rows. Change times do not count.
    /// A table without inputs has the hash of nothing, so every table of the definition has an entry.
    /// </summary>
    public required IReadOnlyDictionary<string, string> TableHashes { get; init; }

    /// <summary>Hash over <see cref="TableHashes"/> and rejections: what the whole source contributes to a run.</summary>
    public required string ContentHash { get; init; }
}

/// <summary>How landing a source went.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceState>))]
public enum SourceState
{
    /// <summary>There is no file; its tables are empty.</summary>
    Absent,

    /// <summary>All files were taken.</summary>
    Landed,

    /// <summary>A file was refused or could not be reached; tables keep the last good data. The run is degraded.</summary>
    KeptLastGood,

    /// <summary>A file was refused or could not be reached, and some table has no last good data to keep.</summary>
    Failed,
}

/// <summary>One file, or one sheet of it, that fills a bronze table.</summary>
/// <param name="Table">Name of the bronze table.</param>
/// <param name="File">Path inside the landing folder, with <c>/</c>.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hexadecimal.</param>
/// <param name="Format">How DuckDB reads it.</param>
/// <param name="ModifiedAt">Change time of the file, UTC.</param>
public sealed record BronzeInput(string Table, string File, string Sha256, BronzeFormat Format, DateTimeOffset ModifiedAt);

/// <summary>How DuckDB reads an input.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BronzeFormat>))]
public enum BronzeFormat
{
    /// <summary>A sheet of a workbook, kept beside it as Parquet with one text column per header.</summary>
    Sheet,

    /// <summary>Text with separators.</summary>
    Delimited,

    /// <summary>JSON of a public service.</summary>
    Json,

    /// <summary>Parquet as delivered.</summary>
    Parquet,
}

/// <summary>A sheet or file that can't be read as what it should be.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="File">Path inside the landing folder, with <c>/</c>.</param>
/// <param name="Sha256">SHA-256 of the file; empty when it could not be read at all.</param>
/// <param name="Part">The sheet or bronze table.</param>
/// <param name="Rule"><c>BAD_HEADER</c>, <c>BAD_UNIT</c>, <c>UNREADABLE_FILE</c> or <c>UNREACHABLE_SERVICE</c>.</param>
/// <param name="Reason">What exactly is wrong, in a sentence.</param>
public sealed record BronzeRejection(string Source, string File, string Sha256, string Part, string Rule, string Reason)
{
    internal bool IsAbsence { get; init; }
}
