using Microsoft.Extensions.Options;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Requests.Admission;

namespace NovaCorrente.Host.Transports.Sockets;

/// <summary>What every connection needs of the process.</summary>
internal sealed partial class SocketServices(
    GraphQLExecutor executor,
    ResponseJson json,
    IConnectionInitHandler initHandler,
    ClientRateLimiter rates,
    ICallerLifetime lifetime,
    IServiceScopeFactory scopes,
    TimeProvider time,
    IOptions<SocketOptions> options,
    IOptions<TransportOptions> transport,
    ILogger<SocketServices> logger)
{
    public GraphQLExecutor Executor => executor;

    public ResponseJson Json => json;

    public IConnectionInitHandler InitHandler => initHandler;

    public ClientRateLimiter Rates => rates;

    public ICallerLifetime CallerLifetime => lifetime;

    public IServiceScopeFactory Scopes => scopes;

    public TimeProvider Time => time;

    public SocketOptions Options => options.Value;

    /// <summary>Messages that may wait for one client.</summary>
    public int Backlog => transport.Value.SubscriptionBacklog;

    [LoggerMessage(1, LogLevel.Warning, "A socket was closed: its client reads too slowly.")]
    public partial void LogSlowClient();

    [LoggerMessage(2, LogLevel.Error, "A socket was closed by an unexpected exception.")]
    public partial void LogFailure(Exception exception);
}
