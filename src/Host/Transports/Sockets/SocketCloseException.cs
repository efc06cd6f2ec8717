namespace NovaCorrente.Host.Transports.Sockets;

/// <summary>Ends a connection with a code and a reason that the client is told.</summary>
#pragma warning disable CA1032 // A code is always needed.
internal sealed class SocketCloseException(CloseCode code, string reason) : Exception(reason)
#pragma warning restore CA1032
{
    public CloseCode Code { get; } = code;
}
