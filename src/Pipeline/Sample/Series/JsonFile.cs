using System.Text.Encodings.Web;
using System.Text.Json;

namespace NovaCorrente.Pipeline.Sample.Series;

/// <summary>JSON in the layout in which the public services' answers are kept: indented, accents as they are.</summary>
internal static class JsonFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream stream, Action<Utf8JsonWriter> content)
    {
        using (stream)
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            content(json);
        }
    }
}
