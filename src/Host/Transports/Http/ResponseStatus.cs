using NovaCorrente.Host.Requests;

namespace NovaCorrente.Host.Transports.Http;

/// <summary>Outcome → status code.</summary>
internal static class ResponseStatus
{
    /// <summary>
    /// Readers of plain <c>application/json</c> take any status but 200 for a fault of the network,
    /// so for them a request that was understood and refused is still 200.
    /// </summary>
    public static int Of(OperationOutcome outcome, ResponseFormat format) => outcome switch
    {
        OperationOutcome.Executed or OperationOutcome.Streaming => StatusCodes.Status200OK,
        OperationOutcome.Rejected when format == ResponseFormat.Json => StatusCodes.Status200OK,
        OperationOutcome.Unreadable or OperationOutcome.Rejected => StatusCodes.Status400BadRequest,
        OperationOutcome.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        OperationOutcome.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        OperationOutcome.NotAcceptable => StatusCodes.Status406NotAcceptable,
        OperationOutcome.Unauthenticated => StatusCodes.Status401Unauthorized,
        OperationOutcome.Forbidden => StatusCodes.Status403Forbidden,
        OperationOutcome.Unavailable => StatusCodes.Status503ServiceUnavailable,
        OperationOutcome.NotFound => StatusCodes.Status404NotFound,
        OperationOutcome.RateLimited => StatusCodes.Status429TooManyRequests,
        OperationOutcome.Overloaded => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
