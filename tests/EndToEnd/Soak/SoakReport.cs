using System.Globalization;
using System.Text;

namespace NovaCorrente.EndToEnd.Soak;

/// <summary>What a soak test saw, as a table.</summary>
internal static class SoakReport
{
    public static string Write(SoakLedger ledger, SoakDriver driver, ProcessWatch watch, TimeSpan duration, int seed)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Soak of {duration.TotalSeconds:0} s, seed {seed}: {ledger.Revisions.Count} snapshots seen, {ledger.Faults.Count} faults.");
        text.AppendLine().AppendLine("request                       answers   mean ms    max ms");
        foreach (var (kind, tally) in ledger.Tallies.Where(tally => tally.Value.Times.Count > 0))
        {
            var (count, mean, longest) = tally.Times;
            text.AppendLine(CultureInfo.InvariantCulture, $"{kind,-28}{count,9}{mean.TotalMilliseconds,10:0.0}{longest.TotalMilliseconds,10:0}");
        }

        text.AppendLine().AppendLine("refusal that is allowed         times");
        foreach (var (kind, tally) in ledger.Tallies.Where(tally => tally.Value.Refusals > 0))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{kind,-28}{tally.Refusals,9}");
        }

        text.AppendLine().AppendLine("publishing                      times");
        foreach (var (outcome, times) in driver.Outcomes)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{outcome,-28}{times,9}");
        }

        text.AppendLine().AppendLine("process             from s      to s   MB warm    MB end  MB/min     files open       threads   files kept");
        foreach (var (key, samples) in watch.Series)
        {
            var (warm, end) = (Warm(samples), samples[^1]);
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{$"{key.Replica} ({key.Process})",-18}{samples[0].At.TotalSeconds,8:0}{end.At.TotalSeconds,10:0}{warm[0].Megabytes,10:0}{end.Megabytes,10:0}{ProcessWatch.Slope(warm),8:0.0}"
                + $"{$"{warm[0].Handles} - {end.Handles}",15}{$"{warm[0].Threads} - {end.Threads}",14}{$"{warm[0].Files} - {end.Files}",13}");
        }

        foreach (var fault in ledger.Faults.Take(20))
        {
            text.AppendLine().AppendLine(fault);
        }

        return text.ToString();
    }

    /// <summary>The samples after the first third, by when caches and pools are filled.</summary>
    public static IReadOnlyList<ProcessWatch.Sample> Warm(IReadOnlyList<ProcessWatch.Sample> samples) => [.. samples.Skip(samples.Count / 3)];
}
