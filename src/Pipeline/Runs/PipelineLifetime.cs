using Microsoft.Extensions.Hosting;

namespace NovaCorrente.Pipeline.Runs;

/// <summary>
/// Ties the pipeline to the life of the host: what a crash left open is closed before anything else starts, so that nothing works on a lake that
/// cannot be used; and a run under way ends with its step. The run is told as soon as the host is, so that its step has the time that requests get
/// to drain, too.
/// </summary>
internal sealed class PipelineLifetime(PipelineRunner runner) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => runner.RecoverAsync(cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => runner.BeginStopAsync();

    /// <param name="cancellationToken">Cancelled when the host has no time left; the step under way is interrupted then.</param>
    public Task StopAsync(CancellationToken cancellationToken) => runner.StopAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
