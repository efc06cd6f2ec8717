using NovaCorrente.Resolvers.Execution;

namespace NovaCorrente.Resolvers.Pipeline;

/// <summary>What came of the wish to run the pipeline: a run, or the reasons why there is none.</summary>
/// <param name="RunId">The accepted run; null when there is none.</param>
/// <param name="Errors">Why not; null when there is a run.</param>
internal sealed record RunPipelinePayload(string? RunId, IReadOnlyList<Exception>? Errors) : IGoldRow
{
    public IReadOnlyList<object>? Key { get; } = RunId is null ? null : [RunId];
}
