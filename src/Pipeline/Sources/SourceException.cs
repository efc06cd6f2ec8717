namespace NovaCorrente.Pipeline.Sources;

/// <summary>A file, or a sheet of it, is not what it should be.</summary>
internal sealed class SourceException(string rule, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public const string BadHeader = "BAD_HEADER";
    public const string BadUnit = "BAD_UNIT";
    public const string Unreadable = "UNREADABLE_FILE";
    public const string Unreachable = "UNREACHABLE_SERVICE";

    public string Rule { get; } = rule;

    /// <summary>Whether the part is not there at all, which is lawful when another file has it.</summary>
    public bool IsAbsence { get; private init; }

    public static SourceException NoSheet(string sheet) => new(BadHeader, $"The workbook has no sheet '{sheet}'.") { IsAbsence = true };
}
