using NovaCorrente.Pipeline.Lake;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Telemetry;

/// <summary>
/// Knows how the newest run ended and when one last ended well. Announcements keep it up to date; reading the run log now and then makes up
/// for those that were missed, and for runs of before this process.
/// </summary>
internal sealed partial class RunWatch(IRunLog log, IPipelineEvents events, TimeProvider time, ILogger<RunWatch> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(5);

    private volatile RunRecord? _newest;
    private volatile RunRecord? _newestUsable;

    /// <summary>The newest run that has ended; null when none is known.</summary>
    public RunRecord? Newest => _newest;

    /// <summary>The newest run that ended with usable gold; null when none is known.</summary>
    public RunRecord? NewestUsable => _newestUsable;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(FollowAsync(stoppingToken), ReadAsync(stoppingToken));

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var run in events.RunChanges(stoppingToken))
                {
                    Note(run);
                }
            }
            catch (SubscriberBehindException)
            {
                // The log has what was missed.
            }
        }
    }

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, time);
        do
        {
            try
            {
                foreach (var run in (await log.ListAsync(stoppingToken)).Reverse())
                {
                    Note(run);
                }
            }
            catch (LakeException fault)
            {
                LogUnreadable(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Note(RunRecord run)
    {
        // A rollback tells nothing of how runs go.
        if (run.FinishedAt is null || run.Trigger is RunTrigger.Rollback)
        {
            return;
        }

        if (IsNewer(run, _newest))
        {
            _newest = run;
        }

        if (run.State is RunState.Succeeded or RunState.Unchanged or RunState.Degraded && IsNewer(run, _newestUsable))
        {
            _newestUsable = run;
        }
    }

    private static bool IsNewer(RunRecord run, RunRecord? known) => known is null || run.FinishedAt >= known.FinishedAt;

    [LoggerMessage(1, LogLevel.Warning, "The run log cannot be read, so that metrics of runs may be out of date.")]
    private partial void LogUnreadable(LakeException fault);
}
