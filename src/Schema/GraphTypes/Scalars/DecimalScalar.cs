using System.Globalization;
using System.Numerics;
using GraphQL.Types;
using GraphQLParser.AST;

namespace NovaCorrente.Schema.GraphTypes.Scalars;

/// <summary>An exact decimal number; a JSON number on the wire.</summary>
internal sealed class DecimalScalar : ScalarGraphType
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public DecimalScalar()
    {
        Name = "Decimal";
        Description = "An exact decimal number of up to 28 digits. Travels as a JSON number.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLIntValue number when TryParse(number.Value.Span, out var exact) => exact,
        GraphQLFloatValue number when TryParse(number.Value.Span, out var exact) => exact,
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null or decimal => value,
        int number => (decimal)number,
        long number => (decimal)number,
        // Through the shortest text that gives this double back, so that 0.1 means 0.1.
        double number when TryParse(number.ToString("R", CultureInfo.InvariantCulture), out var exact) => exact,
        BigInteger number when TryParse(number.ToString(CultureInfo.InvariantCulture), out var exact) => exact,
        _ => ThrowValueConversionError(value),
    };

    private static bool TryParse(ReadOnlySpan<char> text, out decimal number) =>
        decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out number);
}
