namespace NovaCorrente.Host.Requests;

/// <summary>What became of a request, in the terms that transports translate to status codes and messages.</summary>
internal enum OperationOutcome
{
    /// <summary>The operation ran: there is <c>data</c>, even if null, with or without errors.</summary>
    Executed,

    /// <summary>The operation is a subscription and its response stream is open.</summary>
    Streaming,

    /// <summary>The request could not be understood: bad JSON, no document, too large.</summary>
    Unreadable,

    /// <summary>The request was understood and refused before it ran: syntax, validation, variables, unknown operation, limits.</summary>
    Rejected,

    /// <summary>The kind of operation is not allowed over this transport or method.</summary>
    MethodNotAllowed,

    /// <summary>The body is of a media type that is not GraphQL.</summary>
    UnsupportedMediaType,

    /// <summary>No media type that the client accepts can be produced.</summary>
    NotAcceptable,

    /// <summary>The named thing does not exist.</summary>
    NotFound,

    /// <summary>The client has asked too often; it may ask again later.</summary>
    RateLimited,

    /// <summary>The server has too much to do; the client may ask again later.</summary>
    Overloaded,

    /// <summary>Nobody has signed in, or with something that does not count.</summary>
    Unauthenticated,

    /// <summary>Whoever has signed in may not.</summary>
    Forbidden,

    /// <summary>The server cannot answer now; it may a little later.</summary>
    Unavailable,

    /// <summary>The server failed or ran out of time outside of a field.</summary>
    Failed,
}
