using System.Text;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Pipeline.Transforms;

/// <summary>Hash over everything that a table is made from: equal hashes promise equal rows in equal files.</summary>
internal static class SourceHash
{
    // To be raised when the engine itself starts to write other rows or files from the same statements.
    private const string EngineFormat = "engine 1";

    /// <summary>
    /// The hash of a table. Of what it reads only the content counts, not how that came about: a table that is rebuilt to the same rows
    /// causes no more work.
    /// </summary>
    public static string Of(
        Transform transform,
        GoldTable? declaration,
        IReadOnlyDictionary<string, string> variables,
        Func<string, string> contentHashOf)
    {
        var text = new StringBuilder();
        text.Append(EngineFormat).Append('\0').Append(transform.Macros).Append('\0').Append(transform.Sql).Append('\0');

        // The id of the run is in rows only to tell where they come from; it is no reason to make them anew.
        foreach (var name in transform.Variables.Where(v => v != RunVariables.RunId))
        {
            text.Append(name).Append('=').Append(variables[name]).Append('\0');
        }

        foreach (var name in transform.DependsOn)
        {
            text.Append(name).Append('=').Append(contentHashOf(name)).Append('\0');
        }

        foreach (var column in declaration?.Columns ?? [])
        {
            text.Append(column.SqlName).Append(' ').Append(column.Type.DuckDbName).Append('\0');
        }

        text.AppendJoin(',', declaration?.Layout.Select(c => c.SqlName) ?? []);
        return Hashing.Sha256(text.ToString());
    }
}
