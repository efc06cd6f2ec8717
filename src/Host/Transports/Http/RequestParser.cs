using System.Buffers;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NovaCorrente.Host.Requests;
using NovaCorrente.Host.Requests.Errors;

namespace NovaCorrente.Host.Transports.Http;

/// <summary>Reads GraphQL requests from query strings and bodies.</summary>
internal sealed class RequestParser(IOptions<TransportOptions> options)
{
    private readonly TransportOptions _options = options.Value;

    /// <summary>Whether a GET carries a request at all, and may.</summary>
    public bool IsGetRequest(HttpRequest request) =>
        _options.EnableGetRequests
        && (request.Query.ContainsKey("query") || request.Query.ContainsKey("id") || request.Query.ContainsKey("documentId") || request.Query.ContainsKey("extensions"))
        && (!_options.EnforceGetRequestsPreflightHeader || request.Headers.ContainsKey("GraphQL-Preflight") || IsJson(request));

    public static OperationRequest ParseQueryString(IQueryCollection query) => new()
    {
        Query = query["query"],
        DocumentId = query["id"] is { Count: > 0 } id ? id : query["documentId"],
        OperationName = query["operationName"],
        Variables = OperationRequestReader.ReadObject(query["variables"]),
        Extensions = OperationRequestReader.ReadObject(query["extensions"]),
    };

    /// <exception cref="RequestException">The body is not JSON of the right shape, or too large.</exception>
    public async ValueTask<(IReadOnlyList<OperationRequest> Requests, bool IsBatch)> ParseBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsJson(request))
        {
            throw RequestErrors.UnsupportedMediaType();
        }

        if (request.ContentLength > _options.MaxRequestSize)
        {
            throw RequestErrors.TooLarge();
        }

        var body = request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            var isRead = read.IsCompleted || read.Buffer.Length > _options.MaxRequestSize;
            try
            {
                if (isRead)
                {
                    return ReadAll(read.Buffer);
                }
            }
            finally
            {
                // The connection can serve another request only if what was read here is given back.
                body.AdvanceTo(isRead ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
            }
        }
    }

    private (IReadOnlyList<OperationRequest> Requests, bool IsBatch) ReadAll(ReadOnlySequence<byte> body)
    {
        if (body.Length > _options.MaxRequestSize)
        {
            throw RequestErrors.TooLarge();
        }

        var (requests, isBatch) = OperationRequestReader.Read(body);
        if (isBatch && !_options.Batching.HasFlag(Batching.Requests))
        {
            throw RequestErrors.InvalidRequest();
        }

        if (!_options.Batching.HasFlag(Batching.Variables) && requests.Any(request => request.VariableSets is not null))
        {
            throw RequestErrors.InvalidRequest();
        }

        if (requests.Count == 0 || requests.Any(request => request.VariableSets is { Count: 0 }))
        {
            throw RequestErrors.EmptyBatch();
        }

        return requests.Sum(request => (long)(request.VariableSets?.Count ?? 1)) > _options.MaxBatchSize
            ? throw RequestErrors.BatchTooLarge(_options.MaxBatchSize)
            : (requests, isBatch);
    }

    /// <summary>JSON in UTF-8, the only encoding that JSON is exchanged in.</summary>
    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
}
