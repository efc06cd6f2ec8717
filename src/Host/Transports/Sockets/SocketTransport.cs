using System.Net.WebSockets;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Transports.Http;

namespace NovaCorrente.Host.Transports.Sockets;

/// <summary>GraphQL over WebSocket, sub-protocol <c>graphql-transport-ws</c>.</summary>
internal sealed class SocketTransport(SocketServices services, OriginPolicy origins, Drain drain)
{
    public const string Subprotocol = "graphql-transport-ws";

    public async Task AcceptAsync(HttpContext http)
    {
        // Browsers let any page open a socket to any host and send this host's cookies along; only the origin tells them apart.
        if (!origins.Allows(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var isOffered = http.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(isOffered ? Subprotocol : null);
        if (!isOffered)
        {
            await RefuseAsync(socket);
            return;
        }

        using var connection = new SocketConnection(socket, http, services, drain.Closing);
        await connection.RunAsync();
    }

    private async Task RefuseAsync(WebSocket socket)
    {
        using var deadline = new CancellationTokenSource(services.Options.CloseTimeout, services.Time);
        try
        {
            await socket.CloseAsync((WebSocketCloseStatus)CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable", deadline.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
    }
}
