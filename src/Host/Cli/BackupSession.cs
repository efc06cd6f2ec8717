using System.Globalization;
using NovaCorrente.Pipeline.Backup;

namespace NovaCorrente.Host.Cli;

/// <summary>Work on backups, with progress for whoever watches.</summary>
internal sealed class BackupSession(CommandLineConsole console, TimeProvider time)
{
    /// <param name="title">What is being done.</param>
    /// <param name="settings">Settings that win over all others.</param>
    /// <param name="work">Does it.</param>
    /// <returns>What came of it, and how long it took.</returns>
    public async Task<(T Result, TimeSpan Elapsed)> RunAsync<T>(
        string title, IReadOnlyDictionary<string, string?> settings, Func<IBackups, IProgress<BackupProgress>, Task<T>> work)
    {
        using var host = LocalHost.Build(settings, time);
        var started = time.GetTimestamp();
        var result = await new ProgressDisplay(console, time).RunAsync(
            title, progress => work(host.Services.GetRequiredService<IBackups>(), new ObjectProgress(progress)));
        return (result, time.GetElapsedTime(started));
    }

    /// <summary>A size for people.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB"),
    };

    private sealed class ObjectProgress(IProgress<(double Share, string Text)> progress) : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value) =>
            progress.Report((value.Done / (double)value.Total, FormattableString.Invariant($"{value.Done:N0} of {value.Total:N0} objects")));
    }
}
