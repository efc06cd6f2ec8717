namespace NovaCorrente.Pipeline.Runs;

/// <summary>Tells which of two states of one run is the later one. They come by several ways, and not always in order.</summary>
public static class RunProgress
{
    /// <summary>Whether a state is later than another of the same run; equal states are not.</summary>
    public static bool IsNewer(RunRecord candidate, RunRecord known) => Rank(candidate).CompareTo(Rank(known)) > 0;

    private static (bool Ended, int Steps, int StepsEnded, int Checks, int State) Rank(RunRecord run) => (
        run.FinishedAt is not null,
        run.Steps.Count,
        run.Steps.Count(s => s.FinishedAt is not null),
        run.Checks.Count + run.Quarantine.Count,
        (int)run.State);
}
