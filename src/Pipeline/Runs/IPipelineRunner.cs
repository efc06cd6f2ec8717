namespace NovaCorrente.Pipeline.Runs;

/// <summary>Starts runs, one at a time across all replicas.</summary>
public interface IPipelineRunner
{
    /// <summary>
    /// Accepts a run and returns at once with its record in state <see cref="RunState.Queued"/>; the work goes on by itself. With a lake that
    /// can't be used the record is returned in state <see cref="RunState.Failed"/>.
    /// </summary>
    /// <exception cref="RunInProgressException">Another run holds the lock.</exception>
    /// <exception cref="RunLockUnavailableException">The lock cannot be reached.</exception>
    Task<RunRecord> StartAsync(RunRequest request, CancellationToken cancellationToken);

    /// <summary>Runs to the end and returns the final record; a failed run is a record in state <see cref="RunState.Failed"/>, not an exception.</summary>
    /// <exception cref="RunInProgressException">Another run holds the lock.</exception>
    /// <exception cref="RunLockUnavailableException">The lock cannot be reached.</exception>
    Task<RunRecord> RunAsync(RunRequest request, IProgress<RunRecord>? progress, CancellationToken cancellationToken);
}

/// <summary>What to run.</summary>
/// <param name="Trigger">What starts it.</param>
/// <param name="RequestedBy">Who starts it, when a person does.</param>
/// <param name="Force">Rebuild everything, even if nothing has changed.</param>
public sealed record RunRequest(RunTrigger Trigger, string? RequestedBy = null, bool Force = false);

/// <summary>A run was asked for while another one holds the lock.</summary>
public sealed class RunInProgressException(string? runId)
    : InvalidOperationException(runId is null ? "A pipeline run is already in progress." : $"Pipeline run {runId} is already in progress.")
{
    /// <summary>The run that is in progress, when it is known.</summary>
    public string? RunId { get; } = runId;
}
