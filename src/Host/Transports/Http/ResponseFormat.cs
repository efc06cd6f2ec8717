namespace NovaCorrente.Host.Transports.Http;

/// <summary>The forms an answer can take over HTTP, in the order in which they are preferred for a single result.</summary>
internal enum ResponseFormat
{
    /// <summary><c>application/graphql-response+json</c>: the status tells the outcome.</summary>
    GraphQLResponse,

    /// <summary><c>application/json</c>: for clients from before the media type existed.</summary>
    Json,

    /// <summary><c>multipart/mixed</c>.</summary>
    Multipart,

    /// <summary><c>text/event-stream</c>.</summary>
    EventStream,

    /// <summary><c>application/jsonl</c>.</summary>
    JsonLines,

    /// <summary><c>application/graphql-response+jsonl</c>.</summary>
    GraphQLResponseLines,
}
