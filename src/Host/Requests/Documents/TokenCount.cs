namespace NovaCorrente.Host.Requests.Documents;

/// <summary>Counts the tokens of a document without reading it as one, which for a broken document takes much longer than for a sound one.</summary>
internal static class TokenCount
{
    /// <summary>Names, digits, strings and marks; white space, commas and comments are none. The sign and the point of a number count as marks.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length;)
        {
            var end = End(text, i);
            count += text[i] is '#' or ',' or '\uFEFF' || char.IsWhiteSpace(text[i]) ? 0 : 1;
            i = end;
        }

        return count;
    }

    private static int End(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..];
        switch (rest[0])
        {
            case '#':
                return start + Until(rest.IndexOfAny('\r', '\n'), rest);
            case '"' when rest.StartsWith("\"\"\""):
                var close = rest[3..].IndexOf("\"\"\"");
                return close < 0 ? text.Length : start + close + 6;
            case '"':
                return start + StringLength(rest);
            case '.' when rest.StartsWith("..."):
                return start + 3;
            default:
                var length = 0;
                while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '_'))
                {
                    length++;
                }

                return start + Math.Max(1, length);
        }
    }

    private static int StringLength(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '"':
                    return i + 1;
                case '\r' or '\n':
                    return i;
            }
        }

        return text.Length;
    }

    private static int Until(int index, ReadOnlySpan<char> text) => index < 0 ? text.Length : index;
}
