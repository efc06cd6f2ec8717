using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NovaCorrente.Host.Telemetry;
using NovaCorrente.Host.Tests.Alerts;
using NovaCorrente.Host.Tests.Transports;
using NovaCorrente.Pipeline.Runs;

namespace NovaCorrente.Host.Tests.Telemetry;

public sealed class RunWatchTests
{
    [Fact]
    public async Task A_rollback_neither_hides_a_failed_run_nor_passes_for_one_that_ended_well()
    {
        await using var lab = await AlertLab.StartAsync();
        var good = await lab.EndAsync(RunState.Succeeded);
        var failed = await lab.EndAsync(RunState.Failed);
        await lab.EndAsync(RunState.Succeeded, trigger: RunTrigger.Rollback);
        var process = lab.Process();
        using var watch = new RunWatch(
            process.GetRequiredService<IRunLog>(), process.GetRequiredService<IPipelineEvents>(), lab.Time, NullLogger<RunWatch>.Instance);
        await watch.StartAsync(default);
        await Eventually.TrueAsync(() => watch.Newest?.Id == failed.Id);
        await watch.StopAsync(default);

        Assert.Equal((failed.Id, good.Id), (watch.Newest!.Id, watch.NewestUsable!.Id));
    }
}
