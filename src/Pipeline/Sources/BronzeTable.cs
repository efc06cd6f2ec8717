namespace NovaCorrente.Pipeline.Sources;

/// <summary>
/// A table of bronze: cells as text, exactly as delivered. Every table also has <c>source_file</c>, <c>source_sha256</c>,
/// <c>source_rank</c> (1 is the oldest landing) and <c>source_row</c>.
/// </summary>
/// <param name="Name">SQL name in schema <c>bronze</c>.</param>
/// <param name="Columns">Its own columns, in order.</param>
public sealed record BronzeTable(string Name, IReadOnlyList<BronzeColumn> Columns)
{
    /// <summary>The columns that the content of a file fills.</summary>
    internal IEnumerable<BronzeColumn> ContentColumns => Columns.Where(column => column.FromFileName is null);

    /// <summary>The sheet that holds it, when it comes in a workbook.</summary>
    public string? Sheet { get; init; }

    /// <summary>
    /// Whether the newest file replaces all older ones. True where rows have no natural key, so that two landings can't be merged;
    /// false where silver keeps the newest row of each key.
    /// </summary>
    public bool NewestFileOnly { get; init; }
}

/// <summary>A column of bronze.</summary>
/// <param name="Name">SQL name.</param>
/// <param name="Header">The header text or member name in the source; compared without accents, case and outer blanks.</param>
/// <param name="IsRequired">Whether a file without it is refused.</param>
public sealed record BronzeColumn(string Name, string Header, bool IsRequired = true)
{
    /// <summary>Takes the value from the file name without its extension, when the content does not tell it.</summary>
    public Func<string, string>? FromFileName { get; init; }
}
