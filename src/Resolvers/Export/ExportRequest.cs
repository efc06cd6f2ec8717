namespace NovaCorrente.Resolvers.Export;

/// <summary>
/// Asks for the one list of an operation as a file. It travels in the user context of the execution; the list field then prepares
/// <see cref="Prepared"/> instead of writing JSON.
/// </summary>
public sealed class ExportRequest
{
    /// <summary>Key of the user context under which it travels.</summary>
    public const string ContextKey = "gold.export";

    /// <summary>The form of the file.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>What parts the values of a CSV row; spreadsheets in Brazil expect a semicolon.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>
    /// Whether CSV texts are written as they are. Otherwise those that a spreadsheet would take for a formula get an apostrophe in front.
    /// </summary>
    public bool Raw { get; init; }

    /// <summary>The file, ready to be written; null when the operation had no list or an error. Whoever asked disposes of it.</summary>
    public GoldExport? Prepared { get; internal set; }
}
