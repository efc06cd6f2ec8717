using System.Buffers;
using System.Net.WebSockets;

namespace NovaCorrente.Host.Transports.Sockets;

/// <summary>Puts the frames of a socket together to whole messages, up to a size.</summary>
internal sealed class MessageReader(WebSocket socket, int maxMessageSize)
{
    private const int FrameSize = 4096;
    private const int KeptBufferSize = 64 * 1024;

    private ArrayBufferWriter<byte> _buffer = new(FrameSize);

    /// <summary>The next message, or null when the client has closed; valid until the next call.</summary>
    /// <exception cref="SocketCloseException">The message is binary or too big.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        if (_buffer.Capacity > KeptBufferSize)
        {
            _buffer = new ArrayBufferWriter<byte>(FrameSize);
        }

        _buffer.ResetWrittenCount();
        while (true)
        {
            var frame = await socket.ReceiveAsync(_buffer.GetMemory(FrameSize), cancellationToken);
            if (frame.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (frame.MessageType != WebSocketMessageType.Text)
            {
                throw new SocketCloseException(CloseCode.UnsupportedData, "Only text messages are understood");
            }

            _buffer.Advance(frame.Count);
            if (_buffer.WrittenCount > maxMessageSize)
            {
                throw new SocketCloseException(CloseCode.MessageTooBig, "Message too big");
            }

            if (frame.EndOfMessage)
            {
                return _buffer.WrittenMemory;
            }
        }
    }
}
