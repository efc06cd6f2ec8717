using System.Buffers;

namespace NovaCorrente.Host.Transports.Streams;

/// <summary>How a sequence of JSON results is framed in one response body.</summary>
internal interface IStreamFormat
{
    string ContentType { get; }

    /// <summary>What an idle stream sends to show that it is alive; empty when the format has nothing for it.</summary>
    ReadOnlySpan<byte> Heartbeat { get; }

    /// <summary>Sent at once, so that the client sees the response start.</summary>
    void WriteStart(IBufferWriter<byte> output);

    void WriteItem(IBufferWriter<byte> output, Action<IBufferWriter<byte>> writeJson);

    void WriteEnd(IBufferWriter<byte> output);
}
