namespace NovaCorrente.Host.Tests.Transports;

/// <summary>Waits for what another thread or process brings about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    public static async Task TrueAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(_patience);
        while (!condition())
        {
            await Task.Delay(10, limit.Token);
        }
    }

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(_patience);
        while (!await condition())
        {
            await Task.Delay(10, limit.Token);
        }
    }

    /// <summary>Does something until it no longer throws.</summary>
    public static async Task SucceedsAsync(Func<Task> action)
    {
        using var limit = new CancellationTokenSource(_patience);
        while (true)
        {
            try
            {
                await action();
                return;
            }
            catch (Exception) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    public static async Task ThrowsAsync<TException>(Func<Task> action)
        where TException : Exception
    {
        using var limit = new CancellationTokenSource(_patience);
        while (true)
        {
            try
            {
                await action();
            }
            catch (TException)
            {
                return;
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
