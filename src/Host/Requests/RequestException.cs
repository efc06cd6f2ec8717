using GraphQL;

namespace NovaCorrente.Host.Requests;

/// <summary>A request was refused before execution; carries what the client is told.</summary>
#pragma warning disable CA1032 // An outcome and errors are always needed.
internal sealed class RequestException : Exception
#pragma warning restore CA1032
{
    public RequestException(OperationOutcome outcome, params IReadOnlyList<ExecutionError> errors)
        : base(errors[0].Message)
    {
        Outcome = outcome;
        Errors = errors;
    }

    public OperationOutcome Outcome { get; }

    public IReadOnlyList<ExecutionError> Errors { get; }

    /// <summary>When to try again, where that may help.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
