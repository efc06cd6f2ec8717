using System.Buffers;
using System.Net.WebSockets;
using System.Threading.Channels;
using NovaCorrente.Host.Requests;

namespace NovaCorrente.Host.Transports.Sockets;

/// <summary>Sends messages one after another. The queue is bounded; a client that lets it fill up is cut off.</summary>
internal sealed class MessageSender(WebSocket socket, ResponseJson json, int backlog)
{
    private const int KeptBufferSize = 256 * 1024;

    private readonly Channel<ServerMessage> _messages =
        Channel.CreateBounded<ServerMessage>(new BoundedChannelOptions(backlog) { SingleReader = false });

    private readonly TaskCompletionSource _overflow = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the client has let the queue fill up.</summary>
    public Task Overflow => _overflow.Task;

    /// <summary>Queues a message of a source that cannot wait.</summary>
    public void Post(ServerMessage message)
    {
        if (!_messages.Writer.TryWrite(message))
        {
            ReportOverflow();
        }
    }

    /// <summary>Tells that a source had to give up because this client reads too slowly.</summary>
    public void ReportOverflow() => _overflow.TrySetResult();

    /// <summary>Queues a message of a source that can wait for the client.</summary>
    public async ValueTask SendAsync(ServerMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await _messages.Writer.WriteAsync(message, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            // The connection is ending; nobody waits for the message.
        }
    }

    /// <summary>No more messages will be queued; those that are go out, or are dropped for a client that does not read.</summary>
    public void Complete(bool drop)
    {
        _messages.Writer.TryComplete();
        while (drop && _messages.Reader.TryRead(out _))
        {
        }
    }

    /// <summary>Sends until <see cref="Complete"/> was called and everything is sent.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await foreach (var message in _messages.Reader.ReadAllAsync(cancellationToken))
        {
            message.Write(buffer, json);
            await socket.SendAsync(buffer.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            if (buffer.Capacity > KeptBufferSize)
            {
                buffer = new ArrayBufferWriter<byte>();
            }

            buffer.ResetWrittenCount();
        }
    }
}
