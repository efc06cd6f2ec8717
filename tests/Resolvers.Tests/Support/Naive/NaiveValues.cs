using System.Globalization;
using System.Text;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Tests.Support.Naive;

/// <summary>What values of columns mean: how an input is read as one, how two compare, how one is shown.</summary>
internal static class NaiveValues
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static object Parse(object input, GoldType type) => type.Scalar switch
    {
        GoldScalar.Boolean or GoldScalar.Text or GoldScalar.Enum => input,
        GoldScalar.Int => int.Parse(Number(input), Culture),
        GoldScalar.Long => long.Parse(Number(input), Culture),
        GoldScalar.Decimal => decimal.Parse(Number(input), NumberStyles.Float, Culture),
        GoldScalar.Float => double.Parse(Number(input), NumberStyles.Float, Culture),
        GoldScalar.Date => DateOnly.ParseExact((string)input, "yyyy-MM-dd", Culture),
        GoldScalar.DateTime => DateTimeOffset.Parse((string)input, Culture).UtcDateTime,
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Texts compare by their UTF-8 bytes, everything else by its value.</summary>
    public static int Compare(object left, object right) => left is string text
        ? Encoding.UTF8.GetBytes(text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes((string)right))
        : ((IComparable)left).CompareTo(right);

    public static object? Show(object? value) => value switch
    {
        null or bool or string => value,
        int or long => new NaiveNumber(((IFormattable)value).ToString(null, Culture)),
        decimal number => new NaiveNumber(number.ToString("0.############################", Culture)),
        double number => number,
        DateOnly date => date.ToString("yyyy-MM-dd", Culture),
        DateTime time => time.ToString(time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? "yyyy-MM-ddTHH:mm:ss.fffZ" : "yyyy-MM-ddTHH:mm:ss.ffffffZ", Culture),
        IEnumerable<string> items => items.Cast<object?>().ToList(),
        _ => throw new InvalidOperationException(),
    };

    private static string Number(object input) => ((NaiveNumber)input).Text;
}
