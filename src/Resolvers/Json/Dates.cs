namespace NovaCorrente.Resolvers.Json;

/// <summary>Dates and times as text, straight from DuckDB's day and microsecond counts.</summary>
internal static class Dates
{
    private static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>Ten digits and separators, or eight digits when the separator is 0.</summary>
    public static int FormatDate(int daysSinceEpoch, Span<byte> target, byte separator)
    {
        var date = DateOnly.FromDayNumber(EpochDay + daysSinceEpoch);
        Digits(date.Year, 4, target);
        if (separator == 0)
        {
            Digits(date.Month, 2, target[4..]);
            Digits(date.Day, 2, target[6..]);
            return 8;
        }

        target[4] = separator;
        Digits(date.Month, 2, target[5..]);
        target[7] = separator;
        Digits(date.Day, 2, target[8..]);
        return 10;
    }

    /// <summary>UTC, with three digits of a second, or six where microseconds are not zero.</summary>
    public static int FormatDateTime(long microsSinceEpoch, Span<byte> target)
    {
        var (days, micros) = Math.DivRem(microsSinceEpoch, TimeSpan.MicrosecondsPerDay);
        if (micros < 0)
        {
            days--;
            micros += TimeSpan.MicrosecondsPerDay;
        }

        FormatDate((int)days, target, (byte)'-');
        target[10] = (byte)'T';
        var (seconds, fraction) = Math.DivRem(micros, TimeSpan.MicrosecondsPerSecond);
        Digits((int)(seconds / 3600), 2, target[11..]);
        target[13] = (byte)':';
        Digits((int)(seconds / 60 % 60), 2, target[14..]);
        target[16] = (byte)':';
        Digits((int)(seconds % 60), 2, target[17..]);
        target[19] = (byte)'.';
        var digits = fraction % 1000 == 0 ? 3 : 6;
        Digits((int)(digits == 3 ? fraction / 1000 : fraction), digits, target[20..]);
        target[20 + digits] = (byte)'Z';
        return 21 + digits;
    }

    private static void Digits(int value, int count, Span<byte> target)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            (value, var digit) = Math.DivRem(value, 10);
            target[i] = (byte)('0' + digit);
        }
    }
}
