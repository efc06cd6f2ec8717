using System.Globalization;
using System.Text;

namespace NovaCorrente.Pipeline.Sources;

/// <summary>Compares header texts the way people type them: outer and doubled blanks, accents and case do not count.</summary>
internal static class HeaderText
{
    public static string Normalise(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(c) || c == '\uFEFF')
            {
                if (result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                result.Append(char.ToUpperInvariant(c));
            }
        }

        return result.ToString().TrimEnd();
    }
}
