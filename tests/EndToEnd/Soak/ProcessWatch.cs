using System.Globalization;
using NovaCorrente.EndToEnd.Support;

namespace NovaCorrente.EndToEnd.Soak;

/// <summary>Looks at what a process takes, every second, as the kernel tells it. A process that was started anew is a series of its own.</summary>
internal sealed class ProcessWatch(SoakCluster cluster)
{
    private readonly Dictionary<(string Replica, int Process), List<Sample>> _series = [];

    public IReadOnlyDictionary<(string Replica, int Process), List<Sample>> Series => _series;

    public async Task RunAsync(CancellationToken ending)
    {
        var started = DateTimeOffset.UtcNow;
        while (!ending.IsCancellationRequested)
        {
            foreach (var replica in cluster.Replicas)
            {
                if (Look(replica.Process, cluster.FolderOf(replica.Name), DateTimeOffset.UtcNow - started) is { } sample)
                {
                    var key = (replica.Name, replica.Process.Id);
                    (_series.TryGetValue(key, out var known) ? known : _series[key] = []).Add(sample);
                }
            }

            await Task.Delay(TimeSpan.FromSeconds(1), ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Growth of the working set in megabytes a minute: the slope of the line that fits best.</summary>
    public static double Slope(IReadOnlyList<Sample> samples)
    {
        var (minutes, megabytes) = (samples.Average(s => s.At.TotalMinutes), samples.Average(s => s.Megabytes));
        var spread = samples.Sum(s => Math.Pow(s.At.TotalMinutes - minutes, 2));
        return spread == 0 ? 0 : samples.Sum(s => (s.At.TotalMinutes - minutes) * (s.Megabytes - megabytes)) / spread;
    }

    private static Sample? Look(HostProcess process, string folder, TimeSpan at)
    {
        try
        {
            var proc = $"/proc/{process.Id}";
            var resident = File.ReadLines($"{proc}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return new Sample(
                at,
                double.Parse(resident.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024,
                Directory.GetFileSystemEntries($"{proc}/fd").Length,
                Directory.GetDirectories($"{proc}/task").Length,
                Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length : 0);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            // It ended, or a file went, while it was looked at.
            return null;
        }
    }

    /// <summary>One look.</summary>
    /// <param name="At">When, from the start.</param>
    /// <param name="Megabytes">Working set.</param>
    /// <param name="Handles">Open files and sockets.</param>
    /// <param name="Threads">Threads.</param>
    /// <param name="Files">Files in its folders.</param>
    internal sealed record Sample(TimeSpan At, double Megabytes, int Handles, int Threads, int Files);
}
