namespace NovaCorrente.Pipeline.Runs;

/// <summary>The record of all runs, kept in the lake.</summary>
public interface IRunLog
{
    /// <summary>A run by id, or null.</summary>
    Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>All runs, newest first.</summary>
    Task<IReadOnlyList<RunRecord>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Writes the present state of a run.</summary>
    Task SaveAsync(RunRecord run, CancellationToken cancellationToken);

    /// <summary>The run that has begun and not ended, or null.</summary>
    async Task<string?> OpenRunAsync(CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(r => r.State is RunState.Queued or RunState.Running)?.Id;
}
