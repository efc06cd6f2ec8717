using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Caching;
using NovaCorrente.Host.Hosting;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Requests.Admission;
using NovaCorrente.Host.Requests.Errors;
using NovaCorrente.Host.Transports.Export;
using NovaCorrente.Host.Transports.Streams;
using NovaCorrente.Resolvers.Export;

namespace NovaCorrente.Host.Transports.Http;

/// <summary>GraphQL over HTTP: GET and POST, one result or a stream of them, as the client accepts.</summary>
internal sealed partial class HttpTransport(
    GraphQLExecutor executor,
    RequestParser parser,
    ResponseWriter single,
    ResultStreamWriter streams,
    ExportTransport exports,
    ClientRateLimiter rates,
    ExecutionGate gate,
    ICallerLifetime callers,
    IOptions<TransportOptions> options,
    Drain drain,
    ILogger<HttpTransport> logger)
{
    private readonly TransportOptions _options = options.Value;

    public Task PostAsync(HttpContext http) => RespondAsync(http, async (accept, cancellationToken) =>
    {
        var (requests, isBatch) = await parser.ParseBodyAsync(http.Request, cancellationToken);
        if (!isBatch && BatchOperations.IsGiven(http.Request))
        {
            (requests, isBatch) = (BatchOperations.Split(http.Request, requests[0], _options), true);
        }

        if (isBatch || requests[0].VariableSets is not null)
        {
            await RunBatchAsync(http, accept, requests, isBatch, cancellationToken);
        }
        else
        {
            await RunAsync(http, accept, requests[0], AllowedOperations.All, cancellationToken);
        }
    });

    public Task GetAsync(HttpContext http) => RespondAsync(http, (accept, cancellationToken) =>
        RunAsync(http, accept, RequestParser.ParseQueryString(http.Request.Query), _options.AllowedGetOperations, cancellationToken));

    /// <summary>Runs a request whose document is named by the path; only variables and extensions come from elsewhere.</summary>
    public Task PersistedAsync(HttpContext http, string id, string? operationName) => RespondAsync(http, async (accept, cancellationToken) =>
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        var sent = isGet ? RequestParser.ParseQueryString(http.Request.Query) : await ReadPersistedBodyAsync(http, cancellationToken);
        if (sent is { Query: not null } or { DocumentId: not null } or { OperationName: not null })
        {
            throw RequestErrors.InvalidRequest();
        }

        if (operationName is null && bool.TryParse(http.Request.Query["requireOperationName"], out var isNameRequired) && isNameRequired)
        {
            throw RequestErrors.OperationNameMissing();
        }

        var request = sent with { DocumentId = id, OperationName = operationName };
        await RunAsync(http, accept, request, isGet ? _options.AllowedGetOperations : AllowedOperations.All, cancellationToken);
    });

    private async ValueTask<OperationRequest> ReadPersistedBodyAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (requests, isBatch) = await parser.ParseBodyAsync(http.Request, cancellationToken);
        return isBatch || requests[0].VariableSets is not null ? throw RequestErrors.InvalidRequest() : requests[0];
    }

    private async Task RespondAsync(HttpContext http, Func<AcceptHeader, CancellationToken, Task> respond)
    {
        var accept = AcceptHeader.Any(_options.DefaultFormat);
        try
        {
            rates.Count(http, http.User);
            if (ExportNegotiation.Of(http.Request) is { } export)
            {
                http.Features.Set(export);
            }
            else
            {
                accept = AcceptHeader.Parse(http.Request.Headers.Accept, _options.DefaultFormat);
            }

            await respond(accept, http.RequestAborted);
        }
        catch (RequestException refusal)
        {
            await single.WriteAsync(http, OperationResult.Of(refusal), accept.ForSingleDocument());
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested || drain.Closing.IsCancellationRequested)
        {
            // The client is gone or the server is going.
        }
    }

    private async Task RunAsync(HttpContext http, AcceptHeader accept, OperationRequest request, AllowedOperations allowed, CancellationToken cancellationToken)
    {
        if (http.Features.Get<ExportRequest>() is { } export)
        {
            await RunExportAsync(http, accept, request, export, cancellationToken);
            return;
        }

        var context = ContextOf(http, allowed) with
        {
            MayUseCache = IsOneDocument(accept.ForSingle()),
            KnownAnswers = CacheHeaders.KnownAnswers(http.Request, accept.ForSingle()),
        };
        var result = await executor.ExecuteAsync(request, context, cancellationToken);
        if (result.Stream is { } stream)
        {
            var format = accept.ForSubscription() ?? throw RequestErrors.NoSupportedAcceptMediaType();
            await WriteSubscriptionAsync(http, stream, format, cancellationToken);
        }
        else if (result.RetryAfter is null && accept.ForSingle() is { } format && !IsOneDocument(format))
        {
            await streams.WriteAsync(http.Response, format, Once(result), cancellationToken);
        }
        else
        {
            await single.WriteAsync(http, result, accept.ForSingleDocument());
        }
    }

    private async Task RunExportAsync(
        HttpContext http, AcceptHeader accept, OperationRequest request, ExportRequest export, CancellationToken cancellationToken)
    {
        var context = ContextOf(http, AllowedOperations.Query) with { Export = export };
        using var turn = await gate.EnterExportAsync(cancellationToken);
        var result = await executor.ExecuteAsync(request, context, cancellationToken);
        await using var prepared = export.Prepared;
        if (result.Result.Errors is { Count: > 0 })
        {
            await single.WriteAsync(http, result, accept.ForSingleDocument());
        }
        else
        {
            await exports.SendAsync(http, prepared ?? throw RequestErrors.NothingToExport(), cancellationToken);
        }
    }

    private async Task RunBatchAsync(
        HttpContext http, AcceptHeader accept, IReadOnlyList<OperationRequest> requests, bool isBatch, CancellationToken cancellationToken)
    {
        if (http.Features.Get<ExportRequest>() is not null)
        {
            throw RequestErrors.InvalidRequest();
        }

        // The request itself has been counted.
        if (requests.Sum(request => request.VariableSets?.Count ?? 1) is > 1 and var operations)
        {
            rates.Count(http, http.User, operations - 1);
        }

        var format = accept.ForBatch() ?? throw RequestErrors.NoSupportedAcceptMediaType();
        await streams.WriteAsync(http.Response, format, ExecuteAllAsync(http, requests, isBatch, cancellationToken), cancellationToken);
    }

    private async IAsyncEnumerable<StreamItem> ExecuteAllAsync(
        HttpContext http, IReadOnlyList<OperationRequest> requests, bool isBatch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var context = ContextOf(http, AllowedOperations.Query | AllowedOperations.Mutation);
        for (var i = 0; i < requests.Count; i++)
        {
            int? requestIndex = isBatch ? i : null;
            if (requests[i].VariableSets is not { } sets)
            {
                yield return new StreamItem((await executor.ExecuteAsync(requests[i], context, cancellationToken)).Result, requestIndex);
                continue;
            }

            for (var j = 0; j < sets.Count; j++)
            {
                var request = requests[i] with { Variables = sets[j], VariableSets = null };
                yield return new StreamItem((await executor.ExecuteAsync(request, context, cancellationToken)).Result, requestIndex, j);
            }
        }
    }

    private async Task WriteSubscriptionAsync(
        HttpContext http, IObservable<GraphQL.ExecutionResult> stream, ResponseFormat format, CancellationToken cancellationToken)
    {
        // When the service ends, the answer ends in good order, but no event says that the subscription is complete: the client shall subscribe again elsewhere.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, drain.Closing);
        var queue = new ResultQueue(_options.SubscriptionBacklog, () =>
        {
            LogSlowClient(_options.SubscriptionBacklog);
            http.Abort();
        });
        await streams.WriteAsync(http.Response, format, WhileSignedIn(http.User, queue, stream, ending.Token), ending.Token);
    }

    /// <summary>The results of a subscription, and a last word to a reader who has to sign in again.</summary>
    private async IAsyncEnumerable<StreamItem> WhileSignedIn(
        ClaimsPrincipal caller,
        ResultQueue queue,
        IObservable<GraphQL.ExecutionResult> stream,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var end = callers.EndAsync(caller, over.Token);
        await using var results = queue.ReadAllAsync(stream, over.Token).GetAsyncEnumerator(CancellationToken.None);
        try
        {
            while (true)
            {
                var next = results.MoveNextAsync().AsTask();
                var isOver = await Task.WhenAny(next, end) == end && end.IsCompletedSuccessfully;
                if (isOver)
                {
                    await over.CancelAsync();
                    await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    yield return new StreamItem(OperationResult.Of(OperationOutcome.Unauthenticated, [RequestErrors.CallerEnded(await end)]).Result);
                    yield break;
                }

                if (!await next)
                {
                    yield break;
                }

                yield return new StreamItem(results.Current);
            }
        }
        finally
        {
            await over.CancelAsync();
            await ((Task)end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async IAsyncEnumerable<StreamItem> Once(OperationResult result)
    {
        await Task.CompletedTask;
        yield return new StreamItem(result.Result);
    }

    private static bool IsOneDocument(ResponseFormat? format) => format is ResponseFormat.Json or ResponseFormat.GraphQLResponse;

    private static RequestContext ContextOf(HttpContext http, AllowedOperations allowed) =>
        new() { Services = http.RequestServices, User = http.User, Http = http, Allowed = allowed };

    [LoggerMessage(1, LogLevel.Warning, "A subscriber was cut off: it left more than {Backlog} results unread.")]
    private partial void LogSlowClient(int backlog);
}
