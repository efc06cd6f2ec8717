using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace NovaCorrente.Servers;

/// <summary>Ports for servers that are killed and started again.</summary>
internal static class ServerPort
{
    // Below the ports that the system gives to outgoing connections (32768 and up): while such a server is away, a client that tries again
    // and again could be given the very port that it calls, and the server would not get it back.
    private const int First = 20_000;
    private const int Last = 32_000;

    private static readonly ConcurrentDictionary<int, byte> _given = new();

    /// <summary>A port that nobody listens on, and that is given to nobody else here.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            if (!_given.TryAdd(port, 0))
            {
                continue;
            }

            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; another one.
            }
        }
    }
}
