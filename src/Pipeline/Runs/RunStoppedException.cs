namespace NovaCorrente.Pipeline.Runs;

/// <summary>A run was asked to end, and ends between two steps.</summary>
/// <param name="nextStep">The step that it did not begin.</param>
internal sealed class RunStoppedException(string nextStep)
    : Exception($"It was stopped on request before {nextStep}, which did not begin; the snapshot that was current stays current.");
