using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using NovaCorrente.Schema.Gold.Model;

namespace NovaCorrente.Resolvers.Operations;

/// <summary>Writes records of one table as a JSON array that DuckDB reads back as its columns.</summary>
internal sealed class RowJson(GoldTable table)
{
    private readonly (GoldColumn Column, PropertyInfo Property)[] _columns =
        [.. table.Columns.Select(c => (c, table.Record.GetProperty(c.PropertyName)!))];

    /// <summary>What DuckDB's <c>from_json</c> must expect, for example <c>[{"run_id":"VARCHAR","depends_on":["VARCHAR"]}]</c>.</summary>
    public string Structure { get; } = $"[{{{string.Join(',', table.Columns.Select(c =>
        $"\"{c.SqlName}\":{(c.Type.IsList ? $"[\"{c.Type.DuckDbName[..^2]}\"]" : $"\"{c.Type.DuckDbName}\"")}"))}}}]";

    /// <summary>The records as text.</summary>
    public string Write(IEnumerable<object> records)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        foreach (var record in records)
        {
            json.WriteStartObject();
            foreach (var (column, property) in _columns)
            {
                json.WritePropertyName(column.SqlName);
                Value(json, property.GetValue(record));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case Enum member:
                json.WriteStringValue(Naming.Upper(member.ToString()));
                break;
            case DateTime time:
                json.WriteStringValue(time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture));
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Value(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"No column of the operations tables holds a {value.GetType().Name}.");
        }
    }
}
