using System.Diagnostics.Metrics;
using GraphQL;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Requests.Cost;
using NovaCorrente.Host.Requests.Documents;
using NovaCorrente.Host.Telemetry;
using NovaCorrente.Resolvers.Execution;
using NovaCorrente.Resolvers.Serving;

namespace NovaCorrente.Host.Caching;

/// <summary>
/// Keeps answers. Snapshots are immutable, so an answer stays right for as long as its snapshot is current, and needs no expiry: when another
/// one becomes current it is simply not asked for any more.
/// </summary>
internal sealed class ResponseCache(
    CacheableOperations cacheable,
    IGoldStatus gold,
    IAccessPolicy access,
    IOptions<ResponseCacheOptions> options,
    ISharedResponses? shared = null)
{
    // What an entry takes beside its bytes: key, list node, table slot.
    private const int Overhead = 300;

    private static readonly Meter _meter = new(ApiTelemetry.Name);

    private static readonly Counter<long> _answers = _meter.CreateCounter<long>(
        "response_cache.answers", description: "Answers to queries that may be kept, by where they came from: memory, redis, client, or miss; and bypass for all others.");

    private readonly BoundedCache<byte[]> _memory = new(int.MaxValue, options.Value.MaxBytes);

    /// <summary>The place of the answer to a request; null when it is not to be kept.</summary>
    public CacheTicket? TicketFor(OperationRequest request, RequestContext context, CompiledDocument document, GraphQLOperationDefinition? operation)
    {
        if (operation is null || !context.MayUseCache || gold.Current is not { } snapshot)
        {
            return null;
        }

        var scope = access.ScopeOf(context.User);
        var key = options.Value.Enabled && scope.Role is not null && !IsExtended(context) && cacheable.Includes(document, operation)
            ? CacheKey.Of(snapshot.Id, scope, document.Text, operation.Name?.StringValue, request.Variables)
            : null;
        if (key is null)
        {
            Count("bypass");
            return null;
        }

        return new CacheTicket(key, snapshot.Id);
    }

    /// <summary>The kept answer, or null when there is none or when the client wants one made anew.</summary>
    public async ValueTask<OperationResult?> FindAsync(CacheTicket ticket, RequestContext context, CancellationToken cancellationToken)
    {
        if (context.Http is { } http && CacheHeaders.WantsFresh(http.Request))
        {
            Count("miss");
            return null;
        }

        if (context.KnownAnswers.Contains(ticket.Key))
        {
            Count("client");
            return Hit(new CacheOutcome(ticket, IsKnownToClient: true));
        }

        if (_memory.TryGet(ticket.Key, out var known))
        {
            Count("memory");
            return Hit(new CacheOutcome(ticket, known));
        }

        if (shared is not null && await shared.TryReadAsync(ticket.Key, cancellationToken) is { } found)
        {
            Count("redis");
            Remember(ticket, found);
            return Hit(new CacheOutcome(ticket, found));
        }

        Count("miss");
        return null;
    }

    /// <summary>What may be kept of a fresh answer: only one without errors and extensions, and of the snapshot that the ticket names.</summary>
    public static CacheOutcome? Confirm(CacheTicket? ticket, ExecutionResult result, IDictionary<string, object?> userContext) =>
        ticket is not null
        && result is { Executed: true, Errors: null or { Count: 0 }, Extensions: null or { Count: 0 } }
        && SnapshotsRead.Of(userContext) is [var read] && read == ticket.SnapshotId
            ? new CacheOutcome(ticket)
            : null;

    /// <summary>Keeps a fresh answer.</summary>
    public async ValueTask KeepAsync(CacheTicket ticket, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (body.Length > options.Value.MaxEntryBytes)
        {
            return;
        }

        Remember(ticket, body.ToArray());
        if (shared is not null)
        {
            await shared.SaveAsync(ticket.Key, body, cancellationToken);
        }
    }

    private void Remember(CacheTicket ticket, byte[] body) => _memory.Set(ticket.Key, body, body.Length + Overhead);

    // Who asks for the statement or for the price wants them told of a request that was executed.
    private static bool IsExtended(RequestContext context) =>
        context.WantsExplanation || context.Export is not null
        || (context.Http is { } http && (http.Request.Headers.ContainsKey(GraphQLExecutor.ExplainHeader) || http.Request.Headers.ContainsKey(CostGuard.Header)));

    private static OperationResult Hit(CacheOutcome outcome) =>
        new(new ExecutionResult { Executed = true }, OperationOutcome.Executed) { Cache = outcome };

    private static void Count(string source) => _answers.Add(1, new KeyValuePair<string, object?>("source", source));
}
