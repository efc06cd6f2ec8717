using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Sources;

namespace NovaCorrente.Host.Cli;

/// <summary>Tells in lines of text how a run went.</summary>
internal sealed class RunSummary(CommandLineConsole console)
{
    private const int NameWidth = 40;

    /// <summary>All of it.</summary>
    public void Write(RunRecord run)
    {
        WriteSources(run);
        WriteQuarantine(run);
        WriteChecks(run);
        var seconds = (run.FinishedAt - run.StartedAt)?.TotalSeconds;
        Line($"Run {run.Id}: {run.State} in {seconds:0.0} s{(run.SnapshotId is null ? "" : $", snapshot {run.SnapshotId}")}");
        if (run.Reason is { } reason)
        {
            Action<string> write = run.State is RunState.Unchanged ? console.WriteLine : console.WriteError;
            write(reason);
        }
    }

    /// <summary>What each source delivered, and what is wrong with it.</summary>
    public void WriteSources(RunRecord run)
    {
        Line($"Sources");
        foreach (var source in SourceCatalog.All)
        {
            if (run.Steps.FirstOrDefault(step => step.Name == $"bronze.{source.Name}") is { } step)
            {
                Line($"  {source.Name,-NameWidth} {step.Note ?? "as it should be"}");
            }
        }
    }

    /// <summary>How many rows were set aside, and why.</summary>
    public void WriteQuarantine(RunRecord run)
    {
        if (run.Quarantine.Count > 0)
        {
            Line($"Rows set aside");
        }

        foreach (var count in run.Quarantine)
        {
            Line($"  {$"{count.Source} {count.Reason}",-NameWidth} {count.Rows,12:N0}");
        }
    }

    /// <summary>The checks that did not hold.</summary>
    public void WriteChecks(RunRecord run)
    {
        var failed = run.Checks.Where(check => !check.Passed).ToList();
        if (run.Checks.Count > 0)
        {
            Line($"Checks: {run.Checks.Count:N0} done, {failed.Count:N0} did not hold");
        }

        foreach (var check in failed)
        {
            Line($"  {check.Severity} {check.Table} {check.Rule}: {check.Violations:N0} rows{(check.Detail is null ? "" : $", {check.Detail}")}");
        }
    }

    private void Line(FormattableString text) => console.WriteLine(FormattableString.Invariant(text));
}
