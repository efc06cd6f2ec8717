using System.Text.Json;
using System.Text.Json.Serialization;

namespace NovaCorrente.Resolvers.Execution;

/// <summary>JSON that is ready to be sent, as UTF-8.</summary>
/// <param name="utf8">One complete JSON value.</param>
public sealed class RawJson(ReadOnlyMemory<byte> utf8)
{
    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;
}

/// <summary>Writes <see cref="RawJson"/> as it is.</summary>
public sealed class RawJsonConverter : JsonConverter<RawJson>
{
    /// <inheritdoc/>
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Ready JSON is only written.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
}
