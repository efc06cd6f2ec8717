using System.Buffers;

namespace NovaCorrente.Host.Transports.Streams;

/// <summary>One JSON result a line.</summary>
internal sealed class JsonLinesFormat(string contentType) : IStreamFormat
{
    public static readonly JsonLinesFormat Plain = new("application/jsonl; charset=utf-8");

    public static readonly JsonLinesFormat GraphQL = new("application/graphql-response+jsonl; charset=utf-8");

    public string ContentType => contentType;

    // Readers of JSON lines skip blank ones.
    public ReadOnlySpan<byte> Heartbeat => "\n"u8;

    public void WriteStart(IBufferWriter<byte> output)
    {
    }

    public void WriteItem(IBufferWriter<byte> output, Action<IBufferWriter<byte>> writeJson)
    {
        writeJson(output);
        output.Write("\n"u8);
    }

    public void WriteEnd(IBufferWriter<byte> output)
    {
    }
}
