using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Tests.Support.Queries;

/// <summary>Makes operands for a column: mostly values that rows have, or close to them.</summary>
internal sealed class ValueGen(Dice dice, GoldRows rows)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Written Of(GoldTable table, GoldColumn column) => Write(Pick(table, column), column.Type);

    /// <summary>A part of a text that rows have.</summary>
    public Written PartOf(GoldTable table, GoldColumn column) => Text(Part(table, column));

    /// <summary>Parts of texts that rows have, with placeholders between them.</summary>
    public Written Pattern(GoldTable table, GoldColumn column)
    {
        string[] placeholders = ["%", "%", "_", "", "\\%", "\\_", "\\"];
        return Text(string.Concat(Enumerable.Range(0, 1 + dice.Below(2)).Select(_ => dice.Of(placeholders) + Part(table, column))) + dice.Of(placeholders));
    }

    private string Part(GoldTable table, GoldColumn column)
    {
        var runes = ((string)Pick(table, column)).EnumerateRunes().ToList();
        var start = dice.Below(runes.Count + 1);
        var length = dice.Below(Math.Min(4, runes.Count - start + 1));
        return string.Concat(runes.GetRange(start, length));
    }

    public Written Write(object value, GoldType type)
    {
        switch (value)
        {
            case string member when type.Scalar is GoldScalar.Enum:
                return new WrittenScalar(member, $"\"{member}\"");
            case string text:
                return Text(text);
            case bool flag:
                return Number(flag ? "true" : "false");
            case DateOnly date:
                return Text(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            case DateTime time:
                var offset = TimeSpan.FromHours(dice.Below(5) - 2);
                return Text(new DateTimeOffset(time).ToOffset(offset).ToString("yyyy-MM-ddTHH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture));
            case double number:
                return Number(number.ToString("R", CultureInfo.InvariantCulture));
            default:
                return Number(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
        }
    }

    private object Pick(GoldTable table, GoldColumn column)
    {
        if (dice.Chance(80) && dice.Of(rows.Of(table))[column.FieldName] is { } known)
        {
            if (known is not IReadOnlyList<string> list)
            {
                return column.Type.Scalar is GoldScalar.Enum ? known : Near(known);
            }

            if (list.Count > 0)
            {
                return dice.Of(list);
            }
        }

        return column.Type.Scalar switch
        {
            GoldScalar.Text => dice.Of(["", "a", "zzz", "A", "'; DROP TABLE part; --", "\"", "\\", "%", "_", "é", "e\u0301", "😀"]),
            GoldScalar.Enum => Naming.Upper(dice.Of(Enum.GetNames(column.Type.EnumType!))),
            GoldScalar.Boolean => dice.Chance(50),
            GoldScalar.Int => dice.Of([0, 1, -1, int.MinValue, int.MaxValue]),
            GoldScalar.Long => dice.Of([0L, 1L, -1L, long.MinValue, long.MaxValue]),
            GoldScalar.Decimal => dice.Of([0m, 0.00001m, -0.0000000001m, 12.345678901m, 99999999999999m, 1234567890123456789012345678m, -1234567890123456789012345678m]),
            GoldScalar.Float => dice.Of([0.0, 0.1, -1e300, 1e-20]),
            GoldScalar.Date => dice.Of([new DateOnly(2024, 1, 15), DateOnly.MinValue, DateOnly.MaxValue]),
            GoldScalar.DateTime => dice.Of([DateTime.UnixEpoch, new DateTime(1950, 1, 1, 1, 2, 3, DateTimeKind.Utc)]),
            _ => throw new InvalidOperationException(),
        };
    }

    private object Near(object known) => !dice.Chance(20) ? known : known switch
    {
        decimal number => number + dice.Of([0.00001m, -0.00001m, 0.0000001m, 1m]),
        int number => number + 1,
        DateOnly date => date.AddDays(1),
        string text => text + "x",
        _ => known,
    };

    private WrittenScalar Text(string text) => new WrittenScalar(
        dice.Chance(50) ? JsonSerializer.Serialize(text, Plain) : JsonSerializer.Serialize(text), JsonSerializer.Serialize(text));

    private static WrittenScalar Number(string text) => new(text, text);
}
