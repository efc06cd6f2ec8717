namespace NovaCorrente.Resolvers.Json;

/// <summary>Decimals as text: plain notation, no trailing zeros after the point, no point without digits behind it.</summary>
internal static class DecimalText
{
    /// <summary>Enough for every DECIMAL(38,s) with sign, point and leading zero.</summary>
    public const int MaximumLength = 44;

    public static int Format(Int128 unscaled, int scale, Span<byte> target)
    {
        while (scale > 0)
        {
            var (quotient, rest) = unscaled <= long.MaxValue && unscaled >= long.MinValue
                ? Shorten((long)unscaled)
                : Int128.DivRem(unscaled, 10);
            if (rest != 0)
            {
                break;
            }

            unscaled = quotient;
            scale--;
        }

        var length = 0;
        var digits = (UInt128)unscaled;
        if (unscaled < 0)
        {
            target[length++] = (byte)'-';
            digits = (UInt128)(-unscaled);
        }

        Span<byte> text = stackalloc byte[MaximumLength];
        digits.TryFormat(text, out var count, default, System.Globalization.CultureInfo.InvariantCulture);
        if (count <= scale)
        {
            target[length++] = (byte)'0';
            target[length++] = (byte)'.';
            target.Slice(length, scale - count).Fill((byte)'0');
            length += scale - count;
            text[..count].CopyTo(target[length..]);
            return length + count;
        }

        var whole = count - scale;
        text[..whole].CopyTo(target[length..]);
        length += whole;
        if (scale > 0)
        {
            target[length++] = (byte)'.';
            text.Slice(whole, scale).CopyTo(target[length..]);
            length += scale;
        }

        return length;
    }

    private static (Int128 Quotient, Int128 Remainder) Shorten(long value)
    {
        var (quotient, rest) = Math.DivRem(value, 10);
        return (quotient, rest);
    }
}
