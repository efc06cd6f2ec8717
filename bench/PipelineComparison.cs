using System.Text.Json;

namespace NovaCorrente.Bench;

/// <summary>
/// A whole run beside the time that its transforms took inside DuckDB, and the most memory that runs of 1 M and 5 M lines hold under one limit.
/// </summary>
internal static class PipelineComparison
{
    public static async Task RunAsync(Arguments data)
    {
        foreach (var lines in new[] { 1_000_000, 5_000_000 })
        {
            var part = data with { Folder = Path.Combine(data.Folder, $"pipeline-{lines}"), Lines = lines };
            if (Directory.Exists(part.Folder))
            {
                Directory.Delete(part.Folder, recursive: true);
            }

            await NovaProcess.RunAsync(part, "sample", "--lines", $"{lines}", "--out", "landing");
            var (elapsed, peak) = await NovaProcess.RunAsync(part, "run-pipeline", "--landing", "landing");
            var (run, transforms) = await TimesAsync(Path.Combine(part.Folder, "lake", "gold", "runs"));
            Console.WriteLine(
                $"{lines:N0} lines: process {elapsed.TotalSeconds:F1} s, run {run:F1} s, its SQL {transforms:F1} s, "
                + $"ratio run to SQL {run / transforms:F2}, peak memory {peak / 1e6:F0} MB under a 1 GB DuckDB limit");
        }
    }

    private static async Task<(double Run, double Transforms)> TimesAsync(string runs)
    {
        await using var file = File.OpenRead(Directory.GetFiles(runs, "*.json").Single());
        using var record = await JsonDocument.ParseAsync(file);
        var transforms = record.RootElement.GetProperty("steps").EnumerateArray()
            .Where(s => s.GetProperty("stage").GetString() is "Silver" or "Gold" or "SILVER" or "GOLD")
            .Sum(Seconds);
        return (Seconds(record.RootElement), transforms);
    }

    private static double Seconds(JsonElement timed) =>
        (timed.GetProperty("finishedAt").GetDateTimeOffset() - timed.GetProperty("startedAt").GetDateTimeOffset()).TotalSeconds;
}
