using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;

namespace NovaCorrente.Host.Requests;

/// <summary>Writes results as UTF-8 JSON straight into a transport's buffer: <c>errors</c>, <c>data</c>, <c>extensions</c>.</summary>
internal sealed class ResponseJson
{
    // Answers are never put into HTML, so letters outside ASCII may stay themselves.
    private static readonly JavaScriptEncoder _encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private static readonly JsonWriterOptions _writerOptions = new() { Encoder = _encoder, SkipValidation = true };

    private readonly JsonSerializerOptions _options;

    public ResponseJson(IErrorInfoProvider errors, IEnumerable<JsonConverter> converters)
    {
        var options = new JsonSerializerOptions { Encoder = _encoder };
        foreach (var converter in converters)
        {
            options.Converters.Add(converter);
        }

        options.Converters.Add(new ExecutionResultJsonConverter());
        options.Converters.Add(new ExecutionErrorJsonConverter(errors));
        _options = options;
    }

    public void Write(IBufferWriter<byte> output, ExecutionResult result) => WriteValue(output, result);

    /// <summary>A result of a batch, told apart by its place in the list of requests and of variable sets.</summary>
    public void Write(IBufferWriter<byte> output, ExecutionResult result, int? requestIndex, int? variableIndex)
    {
        if (requestIndex is null && variableIndex is null)
        {
            Write(output, result);
            return;
        }

        var body = new ArrayBufferWriter<byte>();
        Write(body, result);
        WriteIndex(output, "{\"requestIndex\":", requestIndex);
        WriteIndex(output, requestIndex is null ? "{\"variableIndex\":" : "\"variableIndex\":", variableIndex);
        output.Write(body.WrittenSpan[1..]);
    }

    /// <summary>Any other value that a protocol's messages carry, such as a list of errors.</summary>
    public void WriteValue<T>(IBufferWriter<byte> output, T value)
    {
        using var writer = new Utf8JsonWriter(output, _writerOptions);
        JsonSerializer.Serialize(writer, value, _options);
    }

    private static void WriteIndex(IBufferWriter<byte> output, string name, int? index)
    {
        if (index is { } value)
        {
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}{value},"), output);
        }
    }
}
