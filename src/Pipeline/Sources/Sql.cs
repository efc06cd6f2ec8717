namespace NovaCorrente.Pipeline.Sources;

/// <summary>Spelling of SQL text where DuckDB takes no parameters: file paths and names in table functions.</summary>
internal static class Sql
{
    public static string Literal(string text) => $"'{text.Replace("'", "''")}'";

    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"")}\"";
}
