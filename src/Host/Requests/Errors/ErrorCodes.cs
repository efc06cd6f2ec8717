namespace NovaCorrente.Host.Requests.Errors;

/// <summary>The codes that this layer answers with; those that begin with HC are of Hot Chocolate's public contract.</summary>
internal static class ErrorCodes
{
    public const string InvalidRequest = "HC0009";
    public const string RequestTooLarge = "HC0010";
    public const string SyntaxError = "HC0011";
    public const string InvalidJson = "HC0012";
    public const string QueryOrIdMissing = "HC0013";
    public const string NonNullViolation = "HC0018";
    public const string InvalidVariable = "HC0016";
    public const string PersistedOperationNotFound = "HC0020";
    public const string Timeout = "HC0045";
    public const string IntrospectionNotAllowed = "HC0046";
    public const string CostExceeded = "HC0047";
    public const string Cancelled = "HC0049";
    public const string TypesArgumentEmpty = "HC0058";
    public const string TypeNameInvalid = "HC0059";
    public const string TypeNotFound = "HC0060";
    public const string NoSupportedAcceptMediaType = "HC0063";
    public const string InvalidAcceptHeader = "HC0064";
    public const string OnlyPersistedOperations = "HC0067";
    public const string IntrospectionTooDeep = "HC0086";
    public const string FieldCycleTooDeep = "HC0087";

    /// <summary>Not of that contract: too many requests of one client.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>Not of that contract: too much work at once.</summary>
    public const string Overloaded = "SERVER_BUSY";

    /// <summary>Not of that contract: the lake of snapshots and runs does not answer.</summary>
    public const string LakeUnavailable = "LAKE_UNAVAILABLE";
}
