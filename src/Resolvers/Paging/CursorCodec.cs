using System.Buffers.Text;
using System.Globalization;
using System.Text;
using NovaCorrente.Resolvers.Plans;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Paging;

/// <summary>
/// Reads cursors: URL-safe Base64 of a short hash of the order and the sort values, joined by <c>:</c>. Inside a value <c>\</c> and <c>:</c> are
/// escaped by <c>\</c>; <c>\0</c> stands for null. They are written by <see cref="Json.CursorWriter"/> in the same form.
/// </summary>
internal static class CursorCodec
{
    /// <exception cref="Execution.GoldError">The text is no cursor, or one of another order.</exception>
    public static object?[] Decode(string text, CursorPlan plan)
    {
        try
        {
            var fields = Split(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)));
            if (fields.Count == plan.Order.Count + 1 && fields[0] == plan.Signature)
            {
                return [.. plan.Order.Select((term, i) => Parse(fields[i + 1], term))];
            }
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            // Forged or mangled; reported below like every other unreadable cursor.
        }

        throw PagingErrors.BadCursor(plan.Argument, text);
    }

    private static List<string?> Split(string text)
    {
        var fields = new List<string?>();
        var field = new StringBuilder();
        var isNull = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when i + 1 < text.Length && text[i + 1] == '0':
                    isNull = true;
                    i++;
                    break;
                case '\\' when i + 1 < text.Length:
                    field.Append(text[++i]);
                    break;
                case ':':
                    fields.Add(isNull ? null : field.ToString());
                    field.Clear();
                    isNull = false;
                    break;
                default:
                    field.Append(text[i]);
                    break;
            }
        }

        fields.Add(isNull ? null : field.ToString());
        return fields;
    }

    private static object? Parse(string? field, OrderTerm term)
    {
        if (field is null)
        {
            return term.IsNullable ? null : throw new FormatException("A null where there is none.");
        }

        var culture = CultureInfo.InvariantCulture;
        return term.Type.Scalar switch
        {
            GoldScalar.Text or GoldScalar.Enum => field,
            GoldScalar.Boolean => field is "1" || (field is "0" ? false : throw new FormatException("No boolean.")),
            GoldScalar.Int => int.Parse(field, NumberStyles.AllowLeadingSign, culture),
            GoldScalar.Long => long.Parse(field, NumberStyles.AllowLeadingSign, culture),
            GoldScalar.Decimal => decimal.Parse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, culture),
            GoldScalar.Float => double.Parse(field, NumberStyles.Float, culture),
            GoldScalar.Date => DateOnly.ParseExact(field, "yyyyMMdd", culture),
            GoldScalar.DateTime => DateTime.UnixEpoch.AddTicks(checked(long.Parse(field, NumberStyles.AllowLeadingSign, culture) * TimeSpan.TicksPerMicrosecond)),
            _ => throw new FormatException("No cursor type."),
        };
    }
}
