using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Resolvers.Operations;

/// <summary>Tells the operations database what the pipeline announces, and has it look for itself now and then, in case an announcement was missed.</summary>
internal sealed class OperationsFeed(
    OperationsDatabase database, IPipelineEvents events, OperationsOptions options, TimeProvider time, ILogger<OperationsFeed> logger)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        FollowAsync(token => events.RunChanges(token), ApplyAsync, stoppingToken),
        FollowAsync(token => events.SnapshotsPublished(token), (_, token) => database.RefreshAsync(token), stoppingToken),
        PollAsync(stoppingToken));

    private async Task FollowAsync<T>(
        Func<CancellationToken, IAsyncEnumerable<T>> source, Func<T, CancellationToken, Task> apply, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(
                async () =>
                {
                    await foreach (var item in source(stoppingToken).WithCancellation(stoppingToken))
                    {
                        await apply(item, stoppingToken);
                    }
                },
                stoppingToken);

            // A source that ended is asked again, but one that cannot even start must not keep a core busy.
            await Task.Delay(options.RetryDelay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Who sees that a run has published a snapshot must find the snapshot.
    private async Task ApplyAsync(RunRecord run, CancellationToken stoppingToken)
    {
        if (run.SnapshotId is { } snapshot && !database.Lists(snapshot))
        {
            await TryAsync(() => database.RefreshAsync(stoppingToken), stoppingToken);
        }

        await database.ApplyAsync(run, stoppingToken);
    }

    private async Task PollAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.PollInterval, time);
        do
        {
            await TryAsync(() => database.RefreshAsync(stoppingToken), stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogWarning(e, "The record of runs and snapshots could not be followed; it is tried again");
        }
    }
}
