using GraphQL;
using NovaCorrente.Host.Caching;

namespace NovaCorrente.Host.Requests;

/// <summary>The answer to one request: a single result, or the response stream of a subscription.</summary>
internal sealed record OperationResult(ExecutionResult Result, OperationOutcome Outcome)
{
    /// <summary>The results of a subscription in order; set exactly when <see cref="Outcome"/> is <see cref="OperationOutcome.Streaming"/>.</summary>
    public IObservable<ExecutionResult>? Stream { get; init; }

    /// <summary>When a client that was turned away may try again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the cache had to do with it; null for an answer that is never kept. With a body, that is the answer.</summary>
    public CacheOutcome? Cache { get; init; }

    /// <summary>An answer that holds errors only.</summary>
    public static OperationResult Of(OperationOutcome outcome, IEnumerable<ExecutionError> errors)
    {
        var result = new ExecutionResult { Errors = [] };
        result.Errors.AddRange(errors);
        return new OperationResult(result, outcome);
    }

    /// <summary>The answer that a refused request gets.</summary>
    public static OperationResult Of(RequestException refusal) => Of(refusal.Outcome, refusal.Errors) with { RetryAfter = refusal.RetryAfter };
}
