using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Row = System.Collections.Generic.Dictionary<string, object?>;

namespace NovaCorrente.Resolvers.Tests.Support.Naive;

/// <summary>Compares an answer with the expected one: fields in order, numbers digit by digit.</summary>
internal static class Answers
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Where and how they differ first, or null.</returns>
    /// <param name="expected">What the answer should be.</param>
    /// <param name="actual">The answer.</param>
    /// <param name="cursors">Known cursors of the root list.</param>
    /// <param name="path">Where both stand in the whole answer.</param>
    public static string? Difference(object? expected, JsonElement actual, IReadOnlyDictionary<string, Row> cursors, string path = "data")
    {
        switch (expected)
        {
            case NaiveObject fields when actual.ValueKind is JsonValueKind.Object:
                var properties = actual.EnumerateObject().ToList();
                return properties.Select(p => p.Name).SequenceEqual(fields.Select(f => f.Key))
                    ? fields.Select((f, i) => Difference(f.Value, properties[i].Value, cursors, $"{path}.{f.Key}")).FirstOrDefault(d => d is not null)
                    : $"{path}: fields {string.Join(' ', fields.Select(f => f.Key))} expected, got {string.Join(' ', properties.Select(p => p.Name))}";
            case List<object?> items when actual.ValueKind is JsonValueKind.Array && actual.GetArrayLength() == items.Count:
                return items.Select((item, i) => Difference(item, actual[i], cursors, $"{path}[{i}]")).FirstOrDefault(d => d is not null);
            case NaiveCursor cursor when actual.ValueKind is JsonValueKind.String:
                var known = !cursor.IsRoot || cursors.Count == 0 || (cursors.TryGetValue(actual.GetString()!, out var row) && row == cursor.Row);
                return known ? null : $"{path}: the cursor {actual} is not that of the row";
            case null when actual.ValueKind is JsonValueKind.Null:
            case string text when actual.ValueKind is JsonValueKind.String && actual.GetString() == text:
            case bool flag when actual.ValueKind == (flag ? JsonValueKind.True : JsonValueKind.False):
            case NaiveNumber number when actual.ValueKind is JsonValueKind.Number && actual.GetRawText() == number.Text:
            case double value when actual.ValueKind is JsonValueKind.Number && actual.GetDouble().Equals(value):
                return null;
            default:
                return $"{path}: {Text(expected)} expected, got {actual.GetRawText()}";
        }
    }

    /// <summary>An answer as a text, in the same spelling as an expected one.</summary>
    public static string Text(JsonElement actual) => JsonSerializer.Serialize(actual, Plain);

    /// <summary>An expected answer as a text.</summary>
    public static string Text(object? expected) => expected switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => JsonSerializer.Serialize(text, Plain),
        NaiveObject fields => $"{{{string.Join(',', fields.Select(f => $"\"{f.Key}\":{Text(f.Value)}"))}}}",
        List<object?> items => $"[{string.Join(',', items.Select(Text))}]",
        NaiveNumber number => number.Text,
        NaiveCursor => "a cursor",
        _ => Convert.ToString(expected, CultureInfo.InvariantCulture)!,
    };
}
