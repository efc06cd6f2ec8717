using System.Globalization;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Lake;

namespace NovaCorrente.Host.Requests.Errors;

/// <summary>
/// Turns the engine's errors into those of the public contract: its words, its codes, and nothing of the server's insides.
/// </summary>
/// <remarks>
/// The engine derives codes from the names of its error and exception classes. Those would tell CLR type names to clients and mean nothing
/// in the contract, so only codes that somebody chose on purpose pass.
/// </remarks>
internal sealed class ErrorContract(IOptions<ExecutionLimits> limits) : IErrorInfoProvider
{
    public const string Unexpected = "Unexpected Execution Error";

    public ErrorInfo GetInfo(ExecutionError executionError)
    {
        var (message, code) = Translate(executionError);
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (code is not null)
        {
            extensions["code"] = code;
        }

        foreach (var (key, value) in executionError.Extensions ?? [])
        {
            extensions.TryAdd(key, value);
        }

        if (limits.Value.IncludeExceptionDetails && executionError is UnhandledError { InnerException: { } exception })
        {
            extensions["message"] = exception.Message;
            extensions["stackTrace"] = exception.StackTrace;
        }

        return new ErrorInfo { Message = message, Extensions = extensions.Count == 0 ? null : extensions };
    }

    private (string Message, string? Code) Translate(ExecutionError error) => error switch
    {
        UnhandledError unhandled when IsNonNullViolation(unhandled.InnerException) =>
            ("Cannot return null for non-nullable field.", ErrorCodes.NonNullViolation),
        UnhandledError { InnerException: LakeException } =>
            ("The lake that keeps snapshots and runs cannot be read at the moment. What is current is served on.", ErrorCodes.LakeUnavailable),
        UnhandledError => (Unexpected, null),
        TimeoutError => (TimeoutMessage(limits.Value.ExecutionTimeout), ErrorCodes.Timeout),
        SyntaxError => (error.Message, ErrorCodes.SyntaxError),
        InvalidVariableError => (error.Message, ErrorCodes.InvalidVariable),
        NoOperationNameError => ("The operation name is required: the document has more than one operation.", null),
        InvalidOperationNameError => (error.Message, null),
        ValidationError or DocumentError => (error.Message, OwnCode(error)),
        _ => (error.Message, error.InnerException is null ? error.Code : OwnCode(error)),
    };

    /// <summary>Whether a resolver gave null where the schema forbids it, which the engine reports as an ordinary exception.</summary>
    public static bool IsNonNullViolation(Exception? exception) =>
        exception is InvalidOperationException
        && (exception.Message.StartsWith("Cannot return null for a non-null type.", StringComparison.Ordinal)
            || exception.Message.StartsWith("Cannot return a null member within a non-null list", StringComparison.Ordinal));

    public static string TimeoutMessage(TimeSpan timeout) =>
        string.Create(CultureInfo.InvariantCulture, $"The request exceeded the configured timeout of `{timeout:c}`.");

    private static string? OwnCode(ExecutionError error) =>
        error.Code is { } code
        && (code.StartsWith("HC", StringComparison.Ordinal) || code.StartsWith("AUTH_", StringComparison.Ordinal) || code.StartsWith("EXEC_", StringComparison.Ordinal))
            ? code
            : null;
}
