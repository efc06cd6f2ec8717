using System.Text.RegularExpressions;

namespace NovaCorrente.Pipeline.Transforms;

/// <summary>The macros that transforms may use. Which ones a statement uses is told from its text, so that a macro touches only its users.</summary>
internal sealed partial class SqlMacros
{
    private readonly List<(string Name, string Text, Regex Call)> _macros;

    private SqlMacros(string text, List<(string Name, string Text, Regex Call)> macros)
    {
        Text = text;
        _macros = macros;
    }

    /// <summary>The statements that create all of them.</summary>
    public string Text { get; }

    /// <exception cref="TransformException">The text is no list of macros, or one of them reads a table.</exception>
    public static SqlMacros Parse(string text)
    {
        var macros = new List<(string, string, Regex)>();
        foreach (var statement in new SqlText(text).Statements)
        {
            var code = new SqlText(statement);
            if (Created().Match(code.Code) is not { Success: true } created)
            {
                throw new TransformException($"The macros hold a statement that creates none: {statement.Trim()[..Math.Min(60, statement.Trim().Length)]}…");
            }

            var name = created.Groups[1].Value;
            if (code.Tables.Count > 0)
            {
                throw new TransformException($"The macro {name} reads {code.Tables[0]}; then nobody could tell which tables its users depend on.");
            }

            macros.Add((name, statement, new Regex($@"\b{name}\s*\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))));
        }

        return new SqlMacros(text, macros);
    }

    /// <summary>The texts of the macros that a statement uses, directly or through others, in the order in which they are created.</summary>
    public string UsedBy(string sql)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        Visit(new SqlText(sql).Code);
        return string.Join('\n', _macros.Where(m => used.Contains(m.Name)).Select(m => m.Text.Trim()));

        void Visit(string code)
        {
            foreach (var macro in _macros.Where(m => m.Call.IsMatch(code) && used.Add(m.Name)))
            {
                Visit(new SqlText(macro.Text).Code);
            }
        }
    }

    [GeneratedRegex(@"^\s*create\s+(?:or\s+replace\s+)?macro\s+(\w+)\s*\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Created();
}
