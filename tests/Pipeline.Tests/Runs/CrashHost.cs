using System.Globalization;
using NovaCorrente.Pipeline.Backup;
using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;
using NovaCorrente.Pipeline.Tests.Backup;
using NovaCorrente.Pipeline.Tests.Toys;

namespace NovaCorrente.Pipeline.Tests.Runs;

/// <summary>The program of the crash tests: it runs the pipeline, or makes a backup, to a certain point, says so, and waits there to be killed.</summary>
internal static class CrashHost
{
    public const string Reached = "reached";

    /// <summary>The word before a folder that has it make a backup instead.</summary>
    public const string BackUp = "back-up";

    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case [var folder, var point]:
                return await RunAsync(folder, point);
            case [BackUp, var folder, var objects]:
                return await BackUpAsync(folder, int.Parse(objects, CultureInfo.InvariantCulture));
            default:
                await Console.Error.WriteLineAsync("Needs a folder and the name of a point, or the word for a backup, a folder and a number of objects.");
                return 2;
        }
    }

    private static async Task<int> RunAsync(string folder, string point)
    {
        await using var pipeline = ToyPipeline.Open(folder, new Waiting(point));
        var run = await pipeline.RunAsync();
        Console.WriteLine($"The run ended as {run.State} without coming to {point}. {run.Reason}");
        return 1;
    }

    private static async Task<int> BackUpAsync(string folder, int objects)
    {
        var options = new BackupOptions { Key = BackupLab.Key, Folder = Path.Combine(folder, "backups") };
        var backups = BackupLab.Open(new DirectoryLake(Path.Combine(folder, "lake")), options, Path.Combine(folder, "work"));
        await backups.BackUpAsync(new WaitingAt(objects), CancellationToken.None);
        Console.WriteLine($"The backup ended without coming to {objects} objects.");
        return 1;
    }

    private sealed class WaitingAt(int objects) : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value)
        {
            if (value.Done == objects)
            {
                Console.WriteLine(Reached);
                using var never = new ManualResetEventSlim();
                never.Wait();
            }
        }
    }

    private sealed class Waiting(string point) : IRunProbe
    {
        public async ValueTask ReachedAsync(string reached, CancellationToken cancellationToken)
        {
            if (reached == point)
            {
                Console.WriteLine(Reached);
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
        }
    }
}
