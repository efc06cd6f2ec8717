using System.Globalization;
using System.Security.Claims;
using GraphQL;
using NovaCorrente.Resolvers.Access;

namespace NovaCorrente.Host.Requests.Errors;

/// <summary>The refusals of this layer, worded as the contract words them.</summary>
internal static class RequestErrors
{
    public static RequestException InvalidRequest() =>
        Unreadable("Invalid GraphQL Request.", ErrorCodes.InvalidRequest);

    public static RequestException EmptyRequest() =>
        Unreadable("The GraphQL request is empty.", ErrorCodes.InvalidRequest);

    public static RequestException EmptyBatch() =>
        Unreadable("The GraphQL batch request has no elements.", ErrorCodes.InvalidRequest);

    public static RequestException BatchTooLarge(int max) =>
        Unreadable(string.Create(CultureInfo.InvariantCulture, $"The batch size exceeds the maximum allowed batch size of {max}."), ErrorCodes.InvalidRequest);

    public static RequestException InvalidJson() =>
        Unreadable("Invalid JSON document.", ErrorCodes.InvalidJson);

    public static RequestException TooLarge() =>
        Unreadable("Max GraphQL request size reached.", ErrorCodes.RequestTooLarge);

    public static RequestException QueryOrIdMissing() =>
        Unreadable("Either the parameter query or the parameter id has to be set.", ErrorCodes.QueryOrIdMissing);

    public static RequestException InvalidOperationId() =>
        Unreadable("The operation id has an invalid format.", code: null);

    public static RequestException OperationNameMissing() =>
        Unreadable("The operation name is required.", code: null);

    public static RequestException UnsupportedMediaType() =>
        new(OperationOutcome.UnsupportedMediaType, Error("Invalid GraphQL Request.", ErrorCodes.InvalidRequest));

    public static RequestException OperationNotAllowed() =>
        new(OperationOutcome.MethodNotAllowed, Error("The specified operation kind is not allowed.", code: null));

    public static RequestException UnknownExportFormat(string name) =>
        new(OperationOutcome.NotAcceptable, Error($"The export format `{name}` is unknown: csv, ndjson, parquet and arrow are offered.", ErrorCodes.NoSupportedAcceptMediaType));

    public static RequestException UnknownExportSeparator(string separator) =>
        new(OperationOutcome.Unreadable, Error($"The separator `{separator}` is not offered: a comma, a semicolon, a bar and a tab are.", code: null));

    public static RequestException NothingToExport() =>
        new(OperationOutcome.Rejected, Error("An export answers exactly one list of the gold layer; the operation has none.", "GOLD_EXPORT_NOTHING"));

    public static RequestException InvalidAcceptHeader(string value) =>
        new(OperationOutcome.Unreadable, Error($"Unable to parse the accept header value `{value}`.", ErrorCodes.InvalidAcceptHeader, ("headerValue", value)));

    public static RequestException NoSupportedAcceptMediaType() =>
        new(OperationOutcome.NotAcceptable, Error("None of the `Accept` header values is supported.", ErrorCodes.NoSupportedAcceptMediaType));

    public static RequestException PersistedOperationNotFound(string key) =>
        Rejected("The specified persisted operation key is invalid.", ErrorCodes.PersistedOperationNotFound, ("requestedKey", key));

    /// <summary>Apollo clients compare this very message to know that they must send the full text.</summary>
    public static RequestException PersistedQueryNotFound() =>
        Rejected("PersistedQueryNotFound", ErrorCodes.PersistedOperationNotFound);

    public static RequestException OnlyPersistedOperations() =>
        Rejected("Only persisted operations are allowed.", ErrorCodes.OnlyPersistedOperations);

    public static RequestException FieldCostExceeded(double cost, double max) =>
        Rejected("The maximum allowed field cost was exceeded.", ErrorCodes.CostExceeded, ("fieldCost", cost), ("maxFieldCost", max));

    public static RequestException TypeCostExceeded(double cost, double max) =>
        Rejected("The maximum allowed type cost was exceeded.", ErrorCodes.CostExceeded, ("typeCost", cost), ("maxTypeCost", max));

    public static RequestException RateLimited(TimeSpan retryAfter) => new(
        OperationOutcome.RateLimited, Error("Too many requests; try again later.", ErrorCodes.RateLimited, ("retryAfterSeconds", Seconds(retryAfter))))
    {
        RetryAfter = retryAfter,
    };

    public static RequestException Overloaded(TimeSpan retryAfter) => new(
        OperationOutcome.Overloaded, Error("The server is busy; try again later.", ErrorCodes.Overloaded, ("retryAfterSeconds", Seconds(retryAfter))))
    {
        RetryAfter = retryAfter,
    };

    /// <summary>Whole seconds, as <c>Retry-After</c> takes them.</summary>
    public static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);

    public static RequestException TypesArgumentEmpty() =>
        Unreadable("The specified types argument is empty.", ErrorCodes.TypesArgumentEmpty);

    public static RequestException TypeNameInvalid() =>
        Unreadable("The type name is invalid.", ErrorCodes.TypeNameInvalid);

    public static RequestException TypeNotFound(string name) =>
        new(OperationOutcome.NotFound, Error($"The type `{name}` does not exist.", ErrorCodes.TypeNotFound, ("typeName", name)));

    public static RequestException RefusedCredentials(string reason) =>
        new(OperationOutcome.Unauthenticated, Error(reason, AccessErrors.NotAuthenticated));

    public static RequestException CredentialsUnchecked() =>
        new(OperationOutcome.Unavailable, Error("Who you are cannot be checked at the moment.", code: null));

    public static RequestException NoAccess(ClaimsPrincipal? caller) =>
        new(Caller.IsAuthenticated(caller) ? OperationOutcome.Forbidden : OperationOutcome.Unauthenticated, AccessErrors.Refused(caller));

    /// <summary>The end of a stream whose reader has to sign in again.</summary>
    public static ExecutionError CallerEnded(string reason) => Error(reason, AccessErrors.NotAuthenticated);

    public static ExecutionError Cancelled() => Error("The operation was cancelled.", ErrorCodes.Cancelled);

    public static ExecutionError Error(string message, string? code, params ReadOnlySpan<(string Key, object? Value)> extensions)
    {
        var error = new ExecutionError(message) { Code = code };
        if (extensions.Length > 0)
        {
            error.Extensions = [];
            foreach (var (key, value) in extensions)
            {
                error.Extensions.Add(key, value);
            }
        }

        return error;
    }

    private static RequestException Unreadable(string message, string? code) =>
        new(OperationOutcome.Unreadable, Error(message, code));

    private static RequestException Rejected(string message, string code, params ReadOnlySpan<(string Key, object? Value)> extensions) =>
        new(OperationOutcome.Rejected, Error(message, code, extensions));
}
