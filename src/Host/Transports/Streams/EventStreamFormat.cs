using System.Buffers;

namespace NovaCorrente.Host.Transports.Streams;

/// <summary>Server-sent events, in the distinct connections mode of the graphql-sse protocol.</summary>
internal sealed class EventStreamFormat : IStreamFormat
{
    public static readonly EventStreamFormat Instance = new();

    public string ContentType => "text/event-stream; charset=utf-8";

    public ReadOnlySpan<byte> Heartbeat => ":\n\n"u8;

    public void WriteStart(IBufferWriter<byte> output) => output.Write(Heartbeat);

    public void WriteItem(IBufferWriter<byte> output, Action<IBufferWriter<byte>> writeJson)
    {
        output.Write("event: next\ndata: "u8);
        writeJson(output);
        output.Write("\n\n"u8);
    }

    // Browsers drop an event without a data line.
    public void WriteEnd(IBufferWriter<byte> output) => output.Write("event: complete\ndata:\n\n"u8);
}
