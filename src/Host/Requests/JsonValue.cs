using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using GraphQL;
using NovaCorrente.Host.Requests.Errors;

namespace NovaCorrente.Host.Requests;

/// <summary>JSON → the CLR values that the engine coerces variables from.</summary>
internal static class JsonValue
{
    /// <summary>An unbounded integer takes quadratic time to read; longer ones are read as floating point.</summary>
    private const int MaxIntegerDigits = 64;

    private static readonly SearchValues<byte> _integerCharacters = SearchValues.Create("-0123456789"u8);

    /// <exception cref="RequestException">The value is neither an object nor null.</exception>
    public static Inputs? ReadObjectOrNull(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => new Inputs(ReadObject(ref reader)),
        JsonTokenType.Null => null,
        _ => throw RequestErrors.InvalidRequest(),
    };

    private static object? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => ReadList(ref reader),
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => null,
    };

    private static Dictionary<string, object?> ReadObject(ref Utf8JsonReader reader)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            fields[name] = Read(ref reader);
        }

        return fields;
    }

    private static List<object?> ReadList(ref Utf8JsonReader reader)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader));
        }

        return items;
    }

    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt32(out var small))
        {
            return small;
        }

        if (reader.TryGetInt64(out var large))
        {
            return large;
        }

        if (Digits(ref reader) is { } digits)
        {
            return BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        return reader.TryGetDecimal(out var exact) ? exact : reader.GetDouble();
    }

    private static string? Digits(ref Utf8JsonReader reader)
    {
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > MaxIntegerDigits)
        {
            return null;
        }

        Span<byte> text = stackalloc byte[(int)length];
        if (reader.HasValueSequence)
        {
            reader.ValueSequence.CopyTo(text);
        }
        else
        {
            reader.ValueSpan.CopyTo(text);
        }

        return text.ContainsAnyExcept(_integerCharacters) ? null : System.Text.Encoding.ASCII.GetString(text);
    }
}
