using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Requests.Errors;

namespace NovaCorrente.Host.Transports.Http;

/// <summary><c>?batchOperations=[A,B]</c>: several operations of one document, run in that order.</summary>
internal static class BatchOperations
{
    private const string Parameter = "batchOperations";

    public static bool IsGiven(HttpRequest request) => request.Query.ContainsKey(Parameter);

    /// <exception cref="RequestException">The list is malformed or batching is off.</exception>
    public static IReadOnlyList<OperationRequest> Split(HttpRequest http, OperationRequest request, TransportOptions options)
    {
        var list = http.Query[Parameter].ToString().Trim();
        if (!options.Batching.HasFlag(Batching.Requests) || list.Length < 2 || list[0] != '[' || list[^1] != ']')
        {
            throw RequestErrors.InvalidRequest();
        }

        var names = list[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
        {
            throw RequestErrors.EmptyBatch();
        }

        return names.Length > options.MaxBatchSize
            ? throw RequestErrors.BatchTooLarge(options.MaxBatchSize)
            : [.. names.Select(name => request with { OperationName = name })];
    }
}
