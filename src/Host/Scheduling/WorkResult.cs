namespace NovaCorrente.Host.Scheduling;

/// <summary>What came of scheduled work.</summary>
/// <param name="Outcome">In a word.</param>
/// <param name="Detail">In a sentence for an operator.</param>
internal sealed record WorkResult(ScheduleOutcome Outcome, string Detail)
{
    public bool IsFailure => Outcome is ScheduleOutcome.Failed;

    public static WorkResult Done(string detail) => new(ScheduleOutcome.Done, detail);

    public static WorkResult Skipped(string detail) => new(ScheduleOutcome.Skipped, detail);

    public static WorkResult Failed(string detail) => new(ScheduleOutcome.Failed, detail);
}
