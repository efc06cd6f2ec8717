using NovaCorrente.Host.Transports.Sockets;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Host.Auth;

/// <summary>Takes the caller of a socket from its <c>connection_init</c>; without one there, the caller of the upgraded request stays.</summary>
internal sealed class SocketSignIn(Authenticator authenticator, AuthMode mode) : IConnectionInitHandler
{
    private static readonly ConnectionInitResult _asBefore = new(Accepted: true);

    public async ValueTask<ConnectionInitResult> OnInitAsync(
        HttpContext http, IReadOnlyDictionary<string, object?>? payload, CancellationToken cancellationToken)
    {
        try
        {
            return mode.IsOpen || Credentials.Of(payload) is not { } credentials
                ? _asBefore
                : new ConnectionInitResult(Accepted: true, await authenticator.AuthenticateAsync(credentials, cancellationToken));
        }
        catch (RefusedCredentialsException refusal)
        {
            return new ConnectionInitResult(Accepted: false, Reason: refusal.Message.TrimEnd('.'));
        }
        catch (LakeException)
        {
            return new ConnectionInitResult(Accepted: false, Reason: "Who you are cannot be checked at the moment");
        }
    }
}
