using GraphQL;

namespace NovaCorrente.Host.Requests;

/// <summary>One GraphQL request as a client sent it, whatever the transport: nothing is checked against the schema yet.</summary>
internal sealed record OperationRequest
{
    /// <summary>The document text; null when the client names a stored document instead.</summary>
    public string? Query { get; init; }

    /// <summary>The key of a stored document (letters, digits, <c>-</c> and <c>_</c>).</summary>
    public string? DocumentId { get; init; }

    /// <summary>Which operation of the document runs; may be left out when it has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>Variables of a single run.</summary>
    public Inputs? Variables { get; init; }

    /// <summary>One set of variables per run, when the client sent <c>variables</c> as a list (variable batching).</summary>
    public IReadOnlyList<Inputs>? VariableSets { get; init; }

    /// <summary>Protocol extensions, such as Apollo's <c>persistedQuery</c>.</summary>
    public Inputs? Extensions { get; init; }
}
