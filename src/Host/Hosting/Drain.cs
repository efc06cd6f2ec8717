using Microsoft.Extensions.Options;

namespace NovaCorrente.Host.Hosting;

/// <summary>
/// The end of the service in order: it stops being ready at once, goes on answering until those who send requests have noticed, then ends
/// what would last for ever and waits for the rest.
/// </summary>
internal sealed class Drain(IHostApplicationLifetime lifetime, IOptions<ServerOptions> options, TimeProvider time) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private volatile bool _begun;

    /// <summary>Whether the service has been told to stop.</summary>
    public bool HasBegun => _begun || lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>Cancelled when subscriptions must end.</summary>
    public CancellationToken Closing => _closing.Token;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _begun = true;
        if (options.Value.DrainDelay > TimeSpan.Zero)
        {
            await Task.Delay(options.Value.DrainDelay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _closing.CancelAsync();
    }

    public void Dispose() => _closing.Dispose();

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
