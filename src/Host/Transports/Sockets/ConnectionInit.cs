using System.Security.Claims;

namespace NovaCorrente.Host.Transports.Sockets;

/// <summary>Decides about a connection from the payload of its <c>connection_init</c>, where browsers put what they cannot put in headers.</summary>
internal interface IConnectionInitHandler
{
    ValueTask<ConnectionInitResult> OnInitAsync(HttpContext http, IReadOnlyDictionary<string, object?>? payload, CancellationToken cancellationToken);
}

/// <summary>The decision: who the client is from now on, or that it is turned away.</summary>
/// <param name="Accepted">False closes the connection with 4403.</param>
/// <param name="User">Replaces the user of the upgraded HTTP request; null keeps it.</param>
/// <param name="Acknowledgement">Payload of <c>connection_ack</c>.</param>
/// <param name="Reason">Why the client is turned away.</param>
internal sealed record ConnectionInitResult(
    bool Accepted, ClaimsPrincipal? User = null, IReadOnlyDictionary<string, object?>? Acknowledgement = null, string? Reason = null);

/// <summary>Lets everybody in as who they already are.</summary>
internal sealed class AcceptEveryConnection : IConnectionInitHandler
{
    private static readonly ConnectionInitResult _accepted = new(Accepted: true);

    public ValueTask<ConnectionInitResult> OnInitAsync(
        HttpContext http, IReadOnlyDictionary<string, object?>? payload, CancellationToken cancellationToken) => ValueTask.FromResult(_accepted);
}
