using GraphQL;

namespace NovaCorrente.Resolvers.Execution;

/// <summary>An error that a request caused, with the contract's code; the field that raised it becomes null.</summary>
public sealed class GoldError : ExecutionError
{
    /// <summary>Creates the error with a code, a message and further <c>extensions</c>.</summary>
    public GoldError(string code, string message, params IEnumerable<(string Name, object? Value)> extensions)
        : base(message)
    {
        Code = code;
        Extensions = extensions.ToDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal);
    }
}
