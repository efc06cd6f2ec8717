using System.Text;
using System.Text.RegularExpressions;

namespace NovaCorrente.Pipeline.Transforms;

/// <summary>What can be told of a statement from its text: the tables and variables that it names, outside comments and quoted text.</summary>
internal sealed partial class SqlText
{
    private readonly string _sql;
    private readonly string _withoutComments;

    public SqlText(string sql)
    {
        _sql = sql;
        _withoutComments = Blank(sql, blankText: false);
        Code = Blank(sql, blankText: true);
    }

    /// <summary>The text with blanks in the place of comments and quoted text.</summary>
    public string Code { get; }

    /// <summary>The single statements, as they are written.</summary>
    public IEnumerable<string> Statements
    {
        get
        {
            for (var start = 0; start < _sql.Length;)
            {
                var end = Code.IndexOf(';', start) is >= 0 and var found ? found : _sql.Length;
                if (!string.IsNullOrWhiteSpace(Code[start..end]))
                {
                    yield return _sql[start..end];
                }

                start = end + 1;
            }
        }
    }

    /// <summary>Names such as <c>silver.site</c>, each once, in ordinal order.</summary>
    public IReadOnlyList<string> Tables =>
        [.. TableName().Matches(Code).Select(m => $"{m.Groups[1].Value}.{m.Groups[2].Value}".ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Names of the variables read with <c>getvariable</c>, each once, in ordinal order.</summary>
    public IReadOnlyList<string> Variables =>
        [.. Variable().Matches(_withoutComments).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The first function whose result depends on more than its arguments, or null.</summary>
    public string? Impurity => Impure().Match(Code) is { Success: true } m ? m.Groups[1].Value : null;

    // Blanks keep every other character in its place.
    private static string Blank(string sql, bool blankText)
    {
        var result = new StringBuilder(sql);
        foreach (Match match in Skipped().Matches(sql))
        {
            var isComment = match.Value.StartsWith("--", StringComparison.Ordinal) || match.Value.StartsWith("/*", StringComparison.Ordinal);
            var isText = match.Value[0] is '\'' or '$';
            for (var i = match.Index; (isComment || (isText && blankText)) && i < match.Index + match.Length; i++)
            {
                result[i] = sql[i] == '\n' ? '\n' : ' ';
            }
        }

        return result.ToString();
    }

    [GeneratedRegex(@"--[^\n]*|/\*.*?(?:\*/|$)|\$\$.*?\$\$|'(?:[^']|'')*'|""(?:[^""]|"""")*""", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Skipped();

    [GeneratedRegex(@"(?<![\w.""])""?(bronze|silver|gold)""?\s*\.\s*""?([a-z_][a-z0-9_]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TableName();

    [GeneratedRegex(@"getvariable\s*\(\s*'([^']+)'\s*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex(
        @"\b(now\s*\(|today\s*\(|get_current_time\w*\s*\(|current_date\b|current_time\w*\b|localtime\w*\b|random\s*\(|uuid\w*\s*\(|gen_random_uuid\s*\(|using\s+sample\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Impure();
}
