namespace NovaCorrente.Pipeline.Runs;

/// <summary>How a table of a snapshot that has become current differs from the one before. What was not counted is null, which is not zero.</summary>
/// <param name="Name">SQL name, for example <c>purchase_line</c>.</param>
/// <param name="RowsBefore">Rows before; 0 if there was nothing before.</param>
/// <param name="Rows">Rows now.</param>
/// <param name="Added">Keys that are new.</param>
/// <param name="Changed">Keys whose other columns differ.</param>
/// <param name="Removed">Keys that are gone.</param>
public sealed record TableNews(string Name, long RowsBefore, long Rows, long? Added, long? Changed, long? Removed)
{
    /// <summary>Whether the rows differ; what was not counted does.</summary>
    public bool IsChanged => (Added, Changed, Removed) is not (0, 0, 0);
}
