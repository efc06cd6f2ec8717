using System.Globalization;
using System.Text;
using GraphQLParser.AST;

namespace NovaCorrente.Schema.GraphTypes.Sdl;

/// <summary>Spells strings and values in SDL.</summary>
internal static class SdlText
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    public static string Value(GraphQLValue value) => value switch
    {
        GraphQLNullValue => "null",
        GraphQLStringValue text => Quote(text.Value.ToString()),
        GraphQLBooleanValue flag => flag.BoolValue ? "true" : "false",
        GraphQLEnumValue name => name.Name.StringValue,
        GraphQLIntValue number => number.Value.ToString(),
        GraphQLFloatValue number => number.Value.ToString(),
        GraphQLListValue { Values.Count: > 0 } list => $"[ {string.Join(", ", list.Values.Select(Value))} ]",
        GraphQLListValue => "[]",
        GraphQLObjectValue { Fields.Count: > 0 } fields => $"{{ {string.Join(", ", fields.Fields.Select(f => $"{f.Name.StringValue}: {Value(f.Value)}"))} }}",
        GraphQLObjectValue => "{}",
        _ => throw new InvalidOperationException($"{value.Kind} is no constant."),
    };
}
