using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Caching;
using NovaCorrente.Host.Requests.Admission;
using NovaCorrente.Host.Requests.Cost;
using NovaCorrente.Host.Requests.Documents;
using NovaCorrente.Host.Requests.Errors;
using NovaCorrente.Host.Requests.Persisted;
using NovaCorrente.Host.Telemetry;
using NovaCorrente.Resolvers.Access;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Export;

namespace NovaCorrente.Host.Requests;

/// <summary>
/// Runs one request, whatever transport brought it: document → validated document → operation → result or response stream.
/// Never throws for anything that a client can cause, except cancellation when that client is gone.
/// </summary>
internal sealed partial class GraphQLExecutor(
    ISchema schema,
    IDocumentExecuter engine,
    DocumentCompiler compiler,
    OperationDocumentResolver documents,
    RequestRules rules,
    CostGuard costs,
    ExecutionGate gate,
    IOptions<ExecutionLimits> limits,
    ILogger<GraphQLExecutor> logger,
    ResponseCache? cache = null)
{
    public const string ExplainHeader = "GraphQL-Explain";

    public async Task<OperationResult> ExecuteAsync(OperationRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        using var trace = ApiTelemetry.Start();
        try
        {
            return trace.End(await ExecuteAsync(request, context, trace, cancellationToken));
        }
        catch (RequestException refusal)
        {
            return trace.End(OperationResult.Of(refusal));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogUnexpected(exception);
            return trace.End(OperationResult.Of(OperationOutcome.Failed, [new UnhandledError(ErrorContract.Unexpected, exception)]));
        }
    }

    private async Task<OperationResult> ExecuteAsync(
        OperationRequest request, RequestContext context, ApiTelemetry.Trace trace, CancellationToken cancellationToken)
    {
        var document = await documents.ResolveAsync(request, cancellationToken);
        var compiled = await compiler.CompileAsync(document.Text, cancellationToken);
        var operation = compiled.FindOperation(request.OperationName);
        if (operation is not null)
        {
            trace.Is(operation);
        }

        if (operation is not null && !context.Allowed.HasFlag(KindOf(operation)))
        {
            throw RequestErrors.OperationNotAllowed();
        }

        var (mode, cost) = (CostGuard.ModeOf(context), operation is null ? default : compiled.CostOf(operation, request.Variables));
        if (mode is CostMode.Validate)
        {
            return CostGuard.ReportAlone(cost);
        }

        costs.Enforce(cost);
        await documents.RegisterAsync(document, cancellationToken);

        var ticket = document.Registration is null ? cache?.TicketFor(request, context, compiled, operation) : null;
        if (ticket is not null && await cache!.FindAsync(ticket, context, cancellationToken) is { } known)
        {
            return known;
        }

        // A subscription lasts; only to open it takes no turn.
        using var turn = operation?.Operation is OperationType.Subscription ? null : await gate.EnterAsync(cancellationToken);
        var options = Options(request, context, compiled, operation, cancellationToken);
        var result = await engine.ExecuteAsync(options);
        document.Registration?.AddReceipt(result);
        if (mode is CostMode.Report)
        {
            CostGuard.Report(result, cost);
        }

        return Classify(result, operation) with { Cache = ResponseCache.Confirm(ticket, result, options.UserContext) };
    }

    private ExecutionOptions Options(
        OperationRequest request, RequestContext context, CompiledDocument document, GraphQLOperationDefinition? operation, CancellationToken cancellationToken) => new()
        {
            Schema = schema,
            Query = document.Text,
            Document = document.Syntax,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Extensions = request.Extensions,
            ValidationRules = rules.For(request),
            RequestServices = context.Services,
            User = context.User,
            UserContext = UserContextOf(context),
            CancellationToken = cancellationToken,
            // The engine ends its own time limit, and with it the token that it gives the source stream, once a subscription has started.
            Timeout = operation?.Operation == OperationType.Subscription ? Timeout.InfiniteTimeSpan : limits.Value.ExecutionTimeout,
            TimeoutAction = TimeoutAction.ReturnTimeoutError,
            UnhandledExceptionDelegate = OnUnhandledException,
        };

    private Dictionary<string, object?> UserContextOf(RequestContext context)
    {
        var userContext = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (limits.Value.AllowExplain && (context.WantsExplanation || context.Http?.Request.Headers[ExplainHeader].ToString() is "1"))
        {
            userContext[Explanation.Requested] = true;
        }

        if (context.Export is not null)
        {
            userContext[ExportRequest.ContextKey] = context.Export;
        }

        return userContext;
    }

    private Task OnUnhandledException(UnhandledExceptionContext context)
    {
        if (context.OriginalException is not OperationCanceledException)
        {
            LogUnexpected(context.OriginalException);
        }

        return Task.CompletedTask;
    }

    private static OperationResult Classify(ExecutionResult result, GraphQLOperationDefinition? operation)
    {
        if (result.Streams is { Count: > 0 } streams)
        {
            return new OperationResult(result, OperationOutcome.Streaming) { Stream = streams.Values.First() };
        }

        // A subscription whose source stream cannot be opened has not run: it has errors and no data. One that its caller may not open is
        // answered like any other field that the caller may not ask for.
        result.Executed &= operation?.Operation != OperationType.Subscription || IsRefusal(result);
        if (result.Executed)
        {
            return new OperationResult(result, OperationOutcome.Executed);
        }

        var failed = result.Errors?.Any(error => error is UnhandledError or TimeoutError) ?? true;
        return new OperationResult(result, failed ? OperationOutcome.Failed : OperationOutcome.Rejected);
    }

    private static bool IsRefusal(ExecutionResult result) =>
        result.Errors is { Count: > 0 } errors && errors.All(error => error.Code is AccessErrors.NotAuthenticated or AccessErrors.NotAuthorized);

    private static AllowedOperations KindOf(GraphQLOperationDefinition operation) => operation.Operation switch
    {
        OperationType.Mutation => AllowedOperations.Mutation,
        OperationType.Subscription => AllowedOperations.Subscription,
        _ => AllowedOperations.Query,
    };

    [LoggerMessage(1, LogLevel.Error, "Unexpected exception while executing a GraphQL request.")]
    private partial void LogUnexpected(Exception exception);
}
