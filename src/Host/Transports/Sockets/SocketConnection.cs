using System.Net.WebSockets;
using System.Security.Claims;
using System.Text;

namespace NovaCorrente.Host.Transports.Sockets;

/// <summary>One client of the graphql-transport-ws protocol, from its upgrade to its close.</summary>
internal sealed class SocketConnection(WebSocket socket, HttpContext http, SocketServices services, CancellationToken stopping) : IDisposable
{
    private const int MaxReasonBytes = 123;

    private readonly SocketOptions _options = services.Options;
    private readonly MessageSender _sender = new(socket, services.Json, services.Backlog);
    private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
    private readonly TaskCompletionSource<ClaimsPrincipal> _caller = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isInitialized;

    public void Dispose() => _ending.Dispose();

    /// <summary>Returns when the connection is over and all its operations have ended.</summary>
    public async Task RunAsync()
    {
        var operations = new SocketOperations(services, _sender);
        var sending = _sender.RunAsync(_ending.Token);
        var receiving = ReceiveAllAsync(operations);
        var (code, reason) = await WaitForEndAsync(receiving, sending);

        operations.CancelAll();
        await CloseAsync(code, reason, receiving, sending);
        await _ending.CancelAsync();
        await Task.WhenAll(receiving, sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await operations.WhenAllEnded();
    }

    private async Task<(CloseCode Code, string Reason)> WaitForEndAsync(Task receiving, Task sending)
    {
        var initialized = InitializationTimeoutAsync();
        var pinging = PingAsync();
        var expiring = CallerEndAsync();
        var stopped = Task.Delay(Timeout.Infinite, stopping);
        var pending = new List<Task> { receiving, sending, initialized, pinging, expiring, stopped, _sender.Overflow };
        while (true)
        {
            var ended = await Task.WhenAny(pending);
            if (ended == stopped)
            {
                return (CloseCode.GoingAway, "Server is shutting down");
            }

            if (ended == _sender.Overflow)
            {
                services.LogSlowClient();
                return (CloseCode.TryAgainLater, "Client reads too slowly");
            }

            if (ended.Exception?.InnerException is SocketCloseException close)
            {
                return (close.Code, close.Message);
            }

            if (ended == receiving || ended == sending)
            {
                return ended.IsCompletedSuccessfully || ended.IsCanceled || ended.Exception?.InnerException is WebSocketException
                    ? (CloseCode.Normal, "")
                    : InternalError(ended.Exception!);
            }

            pending.Remove(ended);
        }
    }

    private (CloseCode Code, string Reason) InternalError(Exception exception)
    {
        services.LogFailure(exception);
        return (CloseCode.InternalError, "Internal server error");
    }

    private async Task InitializationTimeoutAsync()
    {
        await Task.Delay(_options.ConnectionInitializationTimeout, services.Time, _ending.Token);
        if (!Volatile.Read(ref _isInitialized))
        {
            throw new SocketCloseException(CloseCode.InitializationTimeout, "Connection initialisation timeout");
        }
    }

    private async Task CallerEndAsync()
    {
        var caller = await _caller.Task.WaitAsync(_ending.Token);
        throw new SocketCloseException(CloseCode.Forbidden, await services.CallerLifetime.EndAsync(caller, _ending.Token));
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(_options.KeepAliveInterval, services.Time);
        while (await timer.WaitForNextTickAsync(_ending.Token))
        {
            if (Volatile.Read(ref _isInitialized))
            {
                _sender.Post(ServerMessage.Ping);
            }
        }
    }

    private async Task ReceiveAllAsync(SocketOperations operations)
    {
        var reader = new MessageReader(socket, _options.MaxMessageSize);
        ClaimsPrincipal? user = null;
        while (await reader.ReadAsync(_ending.Token) is { } bytes)
        {
            var message = ClientMessage.Parse(new(bytes));
            switch (message.Type)
            {
                case "connection_init":
                    user = await InitializeAsync(message);
                    break;
                case "ping":
                    await _sender.SendAsync(ServerMessage.Pong, _ending.Token);
                    break;
                case "subscribe" when !_isInitialized:
                    throw new SocketCloseException(CloseCode.Unauthorized, "Unauthorized");
                case "subscribe":
                    operations.Start(message.Id, message.Request!, http, user, _ending.Token);
                    break;
                case "complete":
                    operations.Cancel(message.Id);
                    break;
                default:
                    break;
            }
        }
    }

    private async Task<ClaimsPrincipal?> InitializeAsync(ClientMessage message)
    {
        if (_isInitialized)
        {
            throw new SocketCloseException(CloseCode.TooManyInitializations, "Too many initialisation requests");
        }

        var decision = await services.InitHandler.OnInitAsync(http, message.Payload, _ending.Token);
        if (!decision.Accepted)
        {
            throw new SocketCloseException(CloseCode.Forbidden, decision.Reason ?? "Forbidden");
        }

        Volatile.Write(ref _isInitialized, true);
        await _sender.SendAsync(new ServerMessage.Acknowledge(decision.Acknowledgement), _ending.Token);
        _caller.TrySetResult(decision.User ?? http.User);
        return decision.User;
    }

    private async Task CloseAsync(CloseCode code, string reason, Task receiving, Task sending)
    {
        _sender.Complete(drop: code == CloseCode.TryAgainLater);
        try
        {
            await sending.WaitAsync(_options.CloseTimeout, services.Time);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var deadline = new CancellationTokenSource(_options.CloseTimeout, services.Time);
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, Truncate(reason), deadline.Token);
            }

            await WaitForCloseOfClientAsync(receiving);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException or WebSocketException or ObjectDisposedException or IOException)
        {
            socket.Abort();
        }
    }

    /// <summary>The receiving loop may have ended by refusing a message, so what still comes is read here and dropped.</summary>
    private async Task WaitForCloseOfClientAsync(Task receiving)
    {
        using var deadline = new CancellationTokenSource(_options.CloseTimeout, services.Time);
        await receiving.WaitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        deadline.Token.ThrowIfCancellationRequested();
        var dropped = new byte[4096];
        while (socket.State is WebSocketState.CloseSent or WebSocketState.Open)
        {
            await socket.ReceiveAsync(dropped, deadline.Token);
        }
    }

    private static string Truncate(string reason) =>
        Encoding.UTF8.GetByteCount(reason) <= MaxReasonBytes ? reason : new string([.. reason.Where(char.IsAscii).Take(MaxReasonBytes)]);
}
