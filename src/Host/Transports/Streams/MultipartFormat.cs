using System.Buffers;

namespace NovaCorrente.Host.Transports.Streams;

/// <summary><c>multipart/mixed</c> with the boundary <c>-</c>.</summary>
internal sealed class MultipartFormat : IStreamFormat
{
    public static readonly MultipartFormat Instance = new();

    public string ContentType => "multipart/mixed; boundary=\"-\"";

    public ReadOnlySpan<byte> Heartbeat => [];

    public void WriteStart(IBufferWriter<byte> output)
    {
    }

    public void WriteItem(IBufferWriter<byte> output, Action<IBufferWriter<byte>> writeJson)
    {
        output.Write("\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8);
        writeJson(output);
    }

    public void WriteEnd(IBufferWriter<byte> output) => output.Write("\r\n-----\r\n"u8);
}
