using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace NovaCorrente.Schema.GraphTypes.Scalars;

/// <summary>A point in time: date, time and offset are required when it comes in, UTC with milliseconds goes out.</summary>
internal sealed class DateTimeScalar : ScalarGraphType
{
    private const string OutputFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private static readonly string[] InputFormats = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    public DateTimeScalar()
    {
        Name = "DateTime";
        Description = "A point in time, written as in RFC 3339: date, time and offset, for example 2026-01-02T05:00:00.000Z.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text when TryParse(text.Value.Span, out var time) => time.UtcDateTime,
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        DateTime { Kind: DateTimeKind.Utc } => value,
        DateTimeOffset time => time.UtcDateTime,
        string text when TryParse(text, out var time) => time.UtcDateTime,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateTime { Kind: not DateTimeKind.Local } time => time.ToString(OutputFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString(OutputFormat, CultureInfo.InvariantCulture),
        _ => ThrowSerializationError(value),
    };

    private static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        // The format alone also accepts no offset at all, which would silently mean the server's own zone.
        var hasOffset = text.Length > 19 && (text[^1] is 'Z' || (text[^6] is '+' or '-' && text[^3] is ':'));
        time = default;
        return hasOffset && DateTimeOffset.TryParseExact(text, InputFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
