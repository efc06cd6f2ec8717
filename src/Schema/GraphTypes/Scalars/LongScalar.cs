using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace NovaCorrente.Schema.GraphTypes.Scalars;

/// <summary>A whole number of 64 bits; a JSON number on the wire.</summary>
internal sealed class LongScalar : ScalarGraphType
{
    public LongScalar()
    {
        Name = "Long";
        Description = "A whole number of 64 bits. Travels as a JSON number.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLIntValue number when long.TryParse(number.Value.Span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null or long => value,
        int number => (long)number,
        _ => ThrowValueConversionError(value),
    };
}
