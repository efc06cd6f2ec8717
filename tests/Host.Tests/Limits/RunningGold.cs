namespace NovaCorrente.Host.Tests.Limits;

/// <summary><see cref="ServedGold"/> with settings, for the time of one test.</summary>
internal sealed class RunningGold(params string[] settings) : IAsyncDisposable
{
    public ServedGold Gold { get; } = new(settings);

    public Task StartAsync() => Gold.InitializeAsync();

    public async ValueTask DisposeAsync() => await Gold.DisposeAsync();
}
