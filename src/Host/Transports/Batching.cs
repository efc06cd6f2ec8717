namespace NovaCorrente.Host.Transports;

/// <summary>Ways of putting several runs into one HTTP request.</summary>
[Flags]
internal enum Batching
{
    None = 0,

    /// <summary>The body is a list of requests, or <c>batchOperations</c> names several operations of one document.</summary>
    Requests = 1,

    /// <summary><c>variables</c> is a list of objects.</summary>
    Variables = 2,

    All = Requests | Variables,
}
