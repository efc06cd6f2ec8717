using System.ComponentModel.DataAnnotations;

namespace NovaCorrente.Host.Transports.Sockets;

/// <summary>Limits of GraphQL over WebSocket; configuration section <c>GraphQL:Sockets</c>.</summary>
internal sealed class SocketOptions
{
    /// <summary>Time that a client has to send <c>connection_init</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan ConnectionInitializationTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a <c>ping</c> is sent.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of one message.</summary>
    [Range(1_024, 1_000_000_000)]
    public int MaxMessageSize { get; set; } = 20 * 1000 * 1024;

    /// <summary>Operations that one connection may have running.</summary>
    [Range(1, 100_000)]
    public int MaxOperations { get; set; } = 200;

    /// <summary>Time that a peer gets to take a last message or to answer a close before it is cut off.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
