using System.Globalization;
using System.Numerics;
using NovaCorrente.Resolvers.Sql;

namespace NovaCorrente.Resolvers.DuckDb;

/// <summary>Brings a number to the precision and scale of a DECIMAL column without changing what a comparison with it means.</summary>
internal static class DecimalScaling
{
    private const int Widest = 38;

    /// <returns>The digits as an integer and how many a decimal must hold, or null when the number must match nothing.</returns>
    public static (Int128 Digits, int Precision)? Scale(object value, int precision, int scale, Rounding rounding)
    {
        var (digits, exponent) = Split(value);
        var shift = scale + exponent;
        BigInteger scaled;
        var exact = true;
        if (shift >= 0)
        {
            // Beyond the widest decimal the exact number does not matter any more, only its sign.
            scaled = digits * BigInteger.Pow(10, Math.Min(shift, 80));
        }
        else
        {
            scaled = BigInteger.DivRem(digits, BigInteger.Pow(10, Math.Min(-shift, 400)), out var rest);
            exact = rest.IsZero;
            if (!exact)
            {
                scaled += rounding switch
                {
                    Rounding.Down when digits.Sign < 0 => -1,
                    Rounding.Up when digits.Sign > 0 => 1,
                    _ => 0,
                };
            }
        }

        var limit = BigInteger.Pow(10, precision);
        if (BigInteger.Abs(scaled) >= limit)
        {
            // One digit more than the column has stands for everything beyond it; the widest decimal has no further digit.
            exact = false;
            scaled = scaled.Sign * (precision < Widest ? limit : limit - 1);
            precision = Math.Min(precision + 1, Widest);
        }

        return exact || rounding is not Rounding.NullIfInexact ? ((Int128)scaled, precision) : null;
    }

    private static (BigInteger Digits, int Exponent) Split(object value)
    {
        switch (value)
        {
            case decimal number:
                Span<int> bits = stackalloc int[4];
                decimal.GetBits(number, bits);
                var digits = new BigInteger((uint)bits[2]) << 64 | new BigInteger((uint)bits[1]) << 32 | new BigInteger((uint)bits[0]);
                return (bits[3] < 0 ? -digits : digits, -((bits[3] >> 16) & 0xFF));
            case double number:
                var text = number.ToString("E16", CultureInfo.InvariantCulture);
                var e = text.IndexOf('E', StringComparison.Ordinal);
                return (
                    BigInteger.Parse(text[..e].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture),
                    int.Parse(text[(e + 1)..], CultureInfo.InvariantCulture) - 16);
            case BigInteger number:
                return (number, 0);
            default:
                return (new BigInteger(Convert.ToInt64(value, CultureInfo.InvariantCulture)), 0);
        }
    }
}
