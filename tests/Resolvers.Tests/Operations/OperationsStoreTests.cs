using NovaCorrente.Resolvers.Operations;
using NovaCorrente.Schema.Gold.Model;
using NovaCorrente.Schema.Operations.Tables;

namespace NovaCorrente.Resolvers.Tests.Operations;

public sealed class OperationsStoreTests
{
    [Fact]
    public async Task Closing_waits_for_the_change_under_way_and_refuses_the_next()
    {
        var model = GoldModel.Default;
        var store = new OperationsStore(model);
        using var inside = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var change = Task.Run(() => store.WriteAsync(
            tables =>
            {
                inside.Set();
                goOn.Wait();
                tables.Clear(model.Table(nameof(Schedule)));
            },
            CancellationToken.None));
        inside.Wait();

        var closing = Task.Run(store.Dispose);
        Assert.False(closing.IsCompleted);
        goOn.Set();

        await change;
        await closing;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.WriteAsync(_ => { }, CancellationToken.None));
    }
}
