using System.Globalization;
using NovaCorrente.Pipeline.Sample.Workbook;

namespace NovaCorrente.Pipeline.Sample.Purchases;

/// <summary>Numbers as a Brazilian export writes them: a comma before the decimals, nothing between thousands.</summary>
internal static class DecimalComma
{
    public static Utf8Output Write(Utf8Output output, decimal number)
    {
        var whole = decimal.Truncate(number);
        if (whole == number)
        {
            return output.Number(whole, "0");
        }

        Span<char> text = stackalloc char[40];
        number.TryFormat(text, out var length, "0.####", CultureInfo.InvariantCulture);
        text[..length].Replace('.', ',');
        return output.Text(text[..length]);
    }
}
