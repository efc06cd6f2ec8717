using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Pipeline.Tests.Runs;

/// <summary>Stops the run at a point until it is opened.</summary>
internal sealed class Gate(string point) : IRunProbe
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Reached => _reached.Task.WaitAsync(TimeSpan.FromMinutes(2));

    public void Open() => _open.TrySetResult();

    public async ValueTask ReachedAsync(string reached, CancellationToken cancellationToken)
    {
        if (reached == point)
        {
            _reached.TrySetResult();
            await _open.Task.WaitAsync(cancellationToken);
        }
    }
}
