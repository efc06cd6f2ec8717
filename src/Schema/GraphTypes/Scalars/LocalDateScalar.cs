using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace NovaCorrente.Schema.GraphTypes.Scalars;

/// <summary>A calendar date without time or zone, exactly <c>yyyy-MM-dd</c>.</summary>
internal sealed class LocalDateScalar : ScalarGraphType
{
    private const string Format = "yyyy-MM-dd";

    public LocalDateScalar()
    {
        Name = "LocalDate";
        Description = "A calendar date without time or zone, written yyyy-MM-dd.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text when TryParse(text.Value.Span, out var date) => date,
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null or DateOnly => value,
        string text when TryParse(text, out var date) => date,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateOnly date => date.ToString(Format, CultureInfo.InvariantCulture),
        _ => ThrowSerializationError(value),
    };

    private static bool TryParse(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
