using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace NovaCorrente.Host.Tests.Transports;

/// <summary>A client that can also say what no decent client says.</summary>
internal sealed class TestSocket : IAsyncDisposable
{
    /// <summary>What a server sends now and then, lest a proxy takes the connection for dead.</summary>
    public const string Ping = """{"type":"ping"}""";

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[64 * 1024];

    public static async Task<TestSocket> ConnectAsync(Uri uri, string? subprotocol = "graphql-transport-ws", string? origin = null, string? authorization = null)
    {
        var client = new TestSocket();
        if (subprotocol is not null)
        {
            client._socket.Options.AddSubProtocol(subprotocol);
        }

        if (origin is not null)
        {
            client._socket.Options.SetRequestHeader("Origin", origin);
        }

        if (authorization is not null)
        {
            client._socket.Options.SetRequestHeader("Authorization", authorization);
        }

        using var limit = new CancellationTokenSource(_patience);
        await client._socket.ConnectAsync(uri, limit.Token);
        return client;
    }

    public static async Task<TestSocket> InitializeAsync(Uri uri, string? authorization = null)
    {
        var client = await ConnectAsync(uri, authorization: authorization);
        await client.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await client.ReceiveAsync());
        return client;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public async Task SendAsync(byte[] bytes, WebSocketMessageType type)
    {
        using var limit = new CancellationTokenSource(_patience);
        await _socket.SendAsync(bytes, type, endOfMessage: true, limit.Token);
    }

    /// <summary>The next message other than a ping; null when the server has closed.</summary>
    public async Task<string?> ReceiveAsync()
    {
        string? text;
        do
        {
            text = await ReceiveAnyAsync();
        }
        while (text == Ping);
        return text;
    }

    /// <summary>The next message, a ping or another; null when the server has closed.</summary>
    public async Task<string?> ReceiveAnyAsync()
    {
        using var limit = new CancellationTokenSource(_patience);
        using var message = new MemoryStream();
        WebSocketReceiveResult frame;
        do
        {
            frame = await _socket.ReceiveAsync(new ArraySegment<byte>(_buffer), limit.Token);
            if (frame.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(_buffer, 0, frame.Count);
        }
        while (!frame.EndOfMessage);

        return Encoding.UTF8.GetString(message.ToArray());
    }

    public async Task<JsonNode> ReceiveJsonAsync() => JsonNode.Parse((await ReceiveAsync())!)!;

    /// <summary>Reads on until the server closes, and gives its code and reason.</summary>
    public async Task<(int Code, string Reason)> ReceiveCloseAsync()
    {
        while (await ReceiveAsync() is not null)
        {
        }

        return ((int)_socket.CloseStatus!, _socket.CloseStatusDescription ?? "");
    }

    public async Task CloseAsync()
    {
        using var limit = new CancellationTokenSource(_patience);
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
    }

    public void Abort() => _socket.Abort();

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
