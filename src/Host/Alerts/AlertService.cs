using Microsoft.Extensions.Options;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Alerts;

/// <summary>Has the rules followed as soon as a run ends, and every now and then.</summary>
internal sealed class AlertService(
    AlertDispatcher dispatcher, IPipelineEvents events, IOptions<AlertOptions> options, TimeProvider time, ILogger<AlertService> logger) : BackgroundService
{
    private readonly SemaphoreSlim _checking = new(1, 1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(FollowAsync(stoppingToken), PollAsync(stoppingToken));

    public override void Dispose()
    {
        _checking.Dispose();
        base.Dispose();
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var run in events.RunChanges(stoppingToken))
                {
                    if (run.FinishedAt is not null)
                    {
                        await CheckAsync(stoppingToken);
                    }
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever was missed is found by the clock.
                logger.LogWarning(e, "Announcements of runs could not be followed; they are listened to again");
            }

            await Task.Delay(options.Value.CheckInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PollAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.CheckInterval, time);
        do
        {
            await CheckAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CheckAsync(CancellationToken stoppingToken)
    {
        await _checking.WaitAsync(stoppingToken);
        try
        {
            await dispatcher.CheckAsync(stoppingToken);
        }
        finally
        {
            _checking.Release();
        }
    }
}
