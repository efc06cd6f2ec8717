using GraphQL;

namespace NovaCorrente.Host.Transports.Streams;

/// <summary>One result of a streamed response; the indexes tell results of a batch apart.</summary>
internal readonly record struct StreamItem(ExecutionResult Result, int? RequestIndex = null, int? VariableIndex = null);
