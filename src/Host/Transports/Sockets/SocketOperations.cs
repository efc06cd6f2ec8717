using System.Collections.Concurrent;
using System.Security.Claims;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Requests.Errors;
using NovaCorrente.Host.Transports.Streams;

namespace NovaCorrente.Host.Transports.Sockets;

/// <summary>The operations that one connection has running.</summary>
internal sealed class SocketOperations(SocketServices services, MessageSender sender)
{
    private readonly ConcurrentDictionary<string, Operation> _running = new(StringComparer.Ordinal);

    /// <exception cref="SocketCloseException">The id is in use.</exception>
    public void Start(string id, OperationRequest request, HttpContext http, ClaimsPrincipal? user, CancellationToken cancellationToken)
    {
        if (_running.ContainsKey(id))
        {
            throw new SocketCloseException(CloseCode.SubscriberAlreadyExists, $"Subscriber for {id} already exists");
        }

        if (_running.Count >= services.Options.MaxOperations)
        {
            sender.Post(new ServerMessage.Error(id, [RequestErrors.Error("Too many operations run on this connection.", code: null)]));
            return;
        }

        var operation = new Operation(id, CancellationTokenSource.CreateLinkedTokenSource(cancellationToken));
        _running[id] = operation;
        // The first part of an operation may compute for long; the connection goes on reading meanwhile.
        operation.Running = Task.Run(() => RunAsync(operation, request, http, user), CancellationToken.None);
    }

    public void Cancel(string id)
    {
        if (_running.TryRemove(id, out var operation))
        {
            operation.Cancellation.Cancel();
        }
    }

    public void CancelAll()
    {
        foreach (var operation in _running.Values)
        {
            operation.Cancellation.Cancel();
        }
    }

    public Task WhenAllEnded() => Task.WhenAll(_running.Values.Select(operation => operation.Running));

    private async Task RunAsync(Operation operation, OperationRequest request, HttpContext http, ClaimsPrincipal? user)
    {
        var cancellationToken = operation.Cancellation.Token;
        try
        {
            await using var scope = services.Scopes.CreateAsyncScope();
            var context = new RequestContext { Services = scope.ServiceProvider, User = user ?? http.User, Http = http };
            await AnswerAsync(operation, await ExecuteAsync(request, context, http, cancellationToken), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The client has completed the operation, or the connection is ending.
        }
        finally
        {
            _running.TryRemove(KeyValuePair.Create(operation.Id, operation));
            operation.Cancellation.Dispose();
        }
    }

    private async Task<OperationResult> ExecuteAsync(OperationRequest request, RequestContext context, HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            services.Rates.Count(http, context.User);
            return request.VariableSets is null
                ? await services.Executor.ExecuteAsync(request, context, cancellationToken)
                : throw RequestErrors.InvalidRequest();
        }
        catch (RequestException refusal)
        {
            return OperationResult.Of(refusal);
        }
    }

    private async Task AnswerAsync(Operation operation, OperationResult result, CancellationToken cancellationToken)
    {
        if (result.Outcome is not (OperationOutcome.Executed or OperationOutcome.Streaming))
        {
            await FinishAsync(operation, new ServerMessage.Error(operation.Id, result.Result.Errors!), cancellationToken);
            return;
        }

        if (result.Stream is { } stream)
        {
            // What waits for the client waits in the connection's own queue, so this one only has to cover bursts.
            var queue = new ResultQueue(services.Backlog, sender.ReportOverflow);
            await foreach (var item in queue.ReadAllAsync(stream, cancellationToken))
            {
                await sender.SendAsync(new ServerMessage.Next(operation.Id, item), cancellationToken);
            }
        }
        else
        {
            await sender.SendAsync(new ServerMessage.Next(operation.Id, result.Result), cancellationToken);
        }

        await FinishAsync(operation, new ServerMessage.Complete(operation.Id), cancellationToken);
    }

    /// <summary>The id is free again before the client learns that the operation is over.</summary>
    private async ValueTask FinishAsync(Operation operation, ServerMessage last, CancellationToken cancellationToken)
    {
        if (_running.TryRemove(KeyValuePair.Create(operation.Id, operation)))
        {
            await sender.SendAsync(last, cancellationToken);
        }
    }

    private sealed class Operation(string id, CancellationTokenSource cancellation)
    {
        public string Id => id;

        public CancellationTokenSource Cancellation => cancellation;

        public Task Running { get; set; } = Task.CompletedTask;
    }
}
